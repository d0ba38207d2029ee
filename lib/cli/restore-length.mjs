/**
 * The App Router drops Content-Length from every answer of a route handler, and a download without one has no
 * progress. A handler that knows its length says so in `x-content-length`; here it becomes the real header,
 * unless the body is compressed on the way out.
 */
export function restoreLength(response) {
	const writeHead = response.writeHead;
	response.writeHead = function writeHeadWithLength(...args) {
		const length = response.getHeader("x-content-length");
		if (length !== undefined) {
			response.removeHeader("x-content-length");
			if (!response.hasHeader("content-encoding")) response.setHeader("content-length", length);
		}
		return writeHead.apply(response, args);
	};
}
