import { createServer } from "node:http";

/**
 * The least that a server in Node can be: the floor beside ours. `/range` answers 256 kB of memory, `/stream` stays open
 * and is told what is posted to `/tell/<its number>`.
 */
const range = Buffer.alloc(262_144, 7);
const open = new Map();

const server = createServer((request, response) => {
	const [, what, number] = (request.url ?? "").split("/");
	if (what === "range") {
		response.writeHead(206, { "content-length": range.length, "content-type": "video/mp4" }).end(range);
	} else if (what === "stream") {
		open.set(number, response);
		response.writeHead(200, { "content-type": "text/event-stream" }).write(`data: ${number}\n\n`);
	} else {
		open.get(number)?.write(`data: ${request.url}\n\n`);
		response.end();
	}
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
