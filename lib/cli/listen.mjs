import { Refusal } from "./exit-with-sentence.mjs";

function explain({ code, message }, { port, host }) {
	if (code === "EADDRINUSE") return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`;
	if (code === "EACCES") return `Port ${port} needs privileges that this user lacks. Set PORT to one above 1023.`;
	return `Cannot listen on ${host}, port ${port} (${message}). Check HOST and PORT.`;
}

/** Opens the server and answers the port it got. */
export function listen(server, address) {
	return new Promise((resolve, reject) => {
		server.once("error", (error) => reject(new Refusal(explain(error, address))));
		server.listen(address.port, address.host, () => resolve(server.address().port));
	});
}

export function showUrl({ host, publicUrl }, port) {
	if (publicUrl) return publicUrl.origin;
	const reachedAsLocalhost = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host);
	return `http://${reachedAsLocalhost ? "localhost" : host}:${port}`;
}
