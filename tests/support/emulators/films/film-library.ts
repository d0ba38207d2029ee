import { sha256 } from "../kernel/ledger";
import type { Ratio, Resolution, Task } from "../kernel/task";
import { box } from "./boxes";
import type { Film } from "./film";
import { frameCountOf, muxFilm } from "./mux-film";
import seeds from "./seeds.json" with { type: "json" };
import { FRAME_RATE, type VideoSeed } from "./tracks";

interface FilmWish {
	readonly taskId: string;
	readonly seconds: number;
	readonly resolution: Resolution;
	readonly ratio: Ratio;
}

/** The caller's own films; without one the library makes them. */
export type FilmSource = (wish: FilmWish) => Uint8Array;

const SIZES: Record<Resolution, Record<Ratio, readonly [width: number, height: number]>> = {
	"720p": { "16:9": [1280, 720], "9:16": [720, 1280], "1:1": [960, 960] },
	"1080p": { "16:9": [1920, 1080], "9:16": [1080, 1920], "1:1": [1440, 1440] },
};

/** Makes each task a film of its own: no two have the same hash, so a mix-up shows. A caller's films are served as given. */
export class FilmLibrary {
	readonly #source: FilmSource | null;
	readonly #padBytes: number;
	readonly #muxed = new Map<string, Buffer>();

	constructor(source: FilmSource | null, padBytes: number) {
		this.#source = source;
		this.#padBytes = padBytes;
	}

	make(task: Task): Film {
		const { seconds, resolution, ratio } = task.order;
		const [width, height] = SIZES[resolution][ratio];
		const facts = { width, height, seconds: frameCountOf(seconds) / FRAME_RATE };
		const given = this.#source?.({ taskId: task.id, seconds, resolution, ratio });
		if (given) return film([given], facts);
		const label = box("free", Buffer.from(`film of ${task.id}`), Buffer.alloc(this.#padBytes));
		return film([this.#mux(width, height, seconds), label], facts);
	}

	watermark(clean: Film): Film {
		return film([...clean.parts, box("free", Buffer.from("watermarked"))], clean);
	}

	#mux(width: number, height: number, seconds: number): Buffer {
		const name = `${width}x${height}`;
		const key = `${name} ${seconds}`;
		const made = this.#muxed.get(key) ?? muxFilm({ width, height, seconds }, videoSeed(name), audioSeed());
		this.#muxed.set(key, made);
		return made;
	}
}

function film(parts: readonly Uint8Array[], facts: Pick<Film, "width" | "height" | "seconds">): Film {
	const { width, height, seconds } = facts;
	const read = () => Buffer.concat(parts);
	const bytes = read();
	return { parts, read, size: bytes.length, sha256: sha256(bytes), width, height, seconds };
}

function videoSeed(name: string): VideoSeed {
	const found = Object.entries(seeds.video).find(([size]) => size === name)?.[1];
	if (!found) throw new Error(`There is no film of the size ${name}.`);
	return { sps: decode(found.sps), pps: decode(found.pps), frames: found.frames.map(decode) };
}

function audioSeed(): readonly Buffer[] {
	return seeds.audio.map(decode);
}

function decode(base64: string): Buffer {
	return Buffer.from(base64, "base64");
}
