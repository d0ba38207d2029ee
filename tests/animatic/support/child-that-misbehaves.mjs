import { getPriority } from "node:os";

/** Does the one thing its order names, and never ends of itself. */
const held = [];
const DEEDS = {
	grow: () => setInterval(() => held.push(Buffer.alloc(16 * 1024 * 1024, 1)), 5),
	talk: () => setInterval(() => process.send("still here"), 20),
	hush: () => setInterval(() => {}, 1_000),
	show: () => process.send({ pid: process.pid, priority: getPriority(), env: Object.keys(process.env) }),
};
process.once("message", ({ deed }) => DEEDS[deed]());
