import { type ImageAnswer, type ImageOutcome, imageJobSchema } from "@/lib/domain/first-frame/refining";
import { endWhenTooLarge } from "./images/memory-cap";
import { refine } from "./images/refine";
import { shrink } from "./images/shrink";

async function work(message: unknown): Promise<ImageAnswer> {
	const job = imageJobSchema.parse(message);
	return { number: job.number, outcome: await (job.kind === "refine" ? refine(job) : shrink(job)).catch(explain) };
}

/** What a decoder throws is about the picture; the two words it says of size are all that is told apart. */
function explain(error: unknown): ImageOutcome {
	return { kind: /pixel limit/i.test(String(error)) ? "too-many-pixels" : "unreadable" };
}

process.on("message", async (message) => {
	process.send?.(await work(message));
	// Pixels lie outside the heap, where the collector does not feel their weight; the next picture needs the room.
	globalThis.gc?.();
});
process.on("disconnect", () => process.exit(0));
endWhenTooLarge();
