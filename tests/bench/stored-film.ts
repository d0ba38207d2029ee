import { copyFileSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserId } from "@/lib/domain/ids";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, orderOf } from "../chaos/orders";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { openBench } from "./open-bench";

export interface StoredFilm {
	readonly mediaId: string;
	/** The file as it lies on the disk. */
	readonly path: string;
}

/** By the whole way: a click, a gateway, a download. The data stay in `dataDir` for a server. */
export async function storeFilm(browserId: BrowserId, bytes: number, dataDir: string): Promise<StoredFilm> {
	const emulators = await launchEmulators({ durations: { queuedMs: 10, renderingMs: 10 }, filmPadBytes: bytes });
	const files = new URL(emulators.gateways.kling.address.filesBaseUrl).host;
	const bench = await openBench("embedded", { ...emulators.env, EGRESS_ALLOW: files });
	const answer = await submitTake(bench.doors, browserId, orderOf("kling", draftOf(1)));
	if (!answer.ok) throw new Error(answer.problem.sentence);
	for (;;) {
		const found = await bench.doors.takes.find(browserId, answer.value.take.id);
		if (found?.take.state.kind === "ready") {
			const { mediaId } = found.take.state.media;
			await bench.close((from) => copyTree(from, dataDir));
			await emulators.close();
			return { mediaId, path: findFilm(join(dataDir, "media", "film"), bytes) };
		}
		await wait(100);
	}
}

function copyTree(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) copyTree(source, target);
		else if (entry.isFile()) copyFileSync(source, target);
	}
}

function findFilm(directory: string, bytes: number): string {
	for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
		const path = join(directory, entry);
		if (statSync(path).size >= bytes) return path;
	}
	throw new Error("The film is not where films are kept.");
}
