/** A short answer of our own, given before Next sees the request. */
export function answerPlainly(response, status, sentence, headers = {}) {
	response.writeHead(status, {
		"content-type": "text/plain; charset=utf-8",
		"cache-control": "no-store",
		"x-content-type-options": "nosniff",
		...headers,
	});
	response.end(`${sentence}\n`);
}
