import { getPriority } from "node:os";

/** Does the one thing its order names, and never ends of itself. Were it not stopped, the machine should live on. */
const MOST_CHUNKS = 40;
const held = [];
const DEEDS = {
	grow: () => setInterval(() => held.length < MOST_CHUNKS && held.push(Buffer.alloc(16 * 1024 * 1024, 1)), 5),
	talk: () => setInterval(() => process.send("still here"), 20),
	hush: () => setInterval(() => {}, 1_000),
	show: () => process.send({ pid: process.pid, priority: getPriority(), env: Object.keys(process.env) }),
};
process.once("disconnect", () => process.exit());
process.once("message", ({ deed }) => DEEDS[deed]());
