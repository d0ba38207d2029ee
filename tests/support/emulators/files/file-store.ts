import type { Film } from "../films/film";
import type { Clock } from "../kernel/clock";
import { type Exchange, type Reply, text } from "../kernel/exchange";
import { type ImageFacts, inspectImage } from "../kernel/image";
import { type Ledger, sha256 } from "../kernel/ledger";
import type { Random } from "../kernel/random";
import type { Route } from "../kernel/routes";
import type { Task } from "../kernel/task";
import { serveBytes } from "./serve-bytes";
import { SignedLinks } from "./signed-links";

export interface StoredImage {
	readonly id: string;
	readonly url: string;
	readonly path: string;
	readonly bytes: Buffer;
	readonly contentType: string;
	readonly facts: ImageFacts | null;
	readonly owner: string | null;
	readonly storedAtMs: number;
	readonly expiresAtMs: number;
}

interface FileStoreOptions {
	/** Where the host can be reached; known once it listens. */
	readonly origin: () => string;
	readonly linkLifetimeMs: number;
	/** `stable` links end a lifetime after the film was made; `fresh` ones a lifetime after each look. */
	readonly links: "stable" | "fresh";
	/** What an expired link answers. */
	readonly expiredStatus: 403 | 404 | 410;
}

/** The gateway's file host: films under signed links that end, and uploaded images. */
export class FileStore {
	readonly #clock: Clock;
	readonly #ledger: Ledger;
	readonly #random: Random;
	readonly #options: FileStoreOptions;
	readonly #links = new SignedLinks("file host");
	readonly #films = new Map<string, { readonly film: Film; readonly madeAtMs: number }>();
	readonly #images = new Map<string, StoredImage>();

	constructor(clock: Clock, ledger: Ledger, random: Random, options: FileStoreOptions) {
		this.#clock = clock;
		this.#ledger = ledger;
		this.#random = random;
		this.#options = options;
	}

	readonly routes: readonly Route[] = [
		{ method: "GET", path: "/films/:taskId/:name", operation: "film", open: true, handle: (it) => this.#serveFilm(it) },
		{ method: "GET", path: "/images/:id/:name", operation: "image", open: true, handle: (it) => this.#serveImage(it) },
	];

	get origin(): string {
		return this.#options.origin();
	}

	linkExpiryMs(task: Task): number {
		const fromMs = this.#options.links === "fresh" ? this.#clock.nowMs() : (task.endedAtMs ?? this.#clock.nowMs());
		return fromMs + this.#options.linkLifetimeMs;
	}

	filmLink(task: Task, film: Film, name: "video.mp4" | "watermarked.mp4"): string {
		const path = `/films/${encodeURIComponent(task.id)}/${name}`;
		this.#films.set(path, { film, madeAtMs: task.endedAtMs ?? task.createdAtMs });
		return this.#links.sign(this.origin, path, this.linkExpiryMs(task));
	}

	keepImage(bytes: Buffer, contentType: string, lifetimeMs: number, owner: string | null = null): StoredImage {
		const facts = inspectImage(bytes);
		const extension = facts?.format === "jpeg" ? "jpg" : (facts?.format ?? "bin");
		const id = `file_${this.#random.hex(24)}`;
		const path = `/images/${id}/image.${extension}`;
		const storedAtMs = this.#clock.nowMs();
		const times = { storedAtMs, expiresAtMs: storedAtMs + lifetimeMs };
		const image = { id, url: this.origin + path, path, bytes, contentType, facts, owner, ...times };
		this.#images.set(path, image);
		return image;
	}

	/** Undefined for an address that is not ours, or whose image is gone. */
	imageAt(url: string): StoredImage | undefined {
		if (!this.isOurs(url)) return undefined;
		const image = this.#images.get(new URL(url).pathname);
		return image && image.expiresAtMs > this.#clock.nowMs() ? image : undefined;
	}

	isOurs(url: string): boolean {
		return URL.canParse(url) && new URL(url).origin === this.origin;
	}

	images(): readonly StoredImage[] {
		return [...this.#images.values()].filter((image) => image.expiresAtMs > this.#clock.nowMs());
	}

	dropImage(id: string): boolean {
		const image = this.images().find((candidate) => candidate.id === id);
		return image ? this.#images.delete(image.path) : false;
	}

	#serveFilm(exchange: Exchange): Reply {
		const judgement = this.#links.judge(exchange.url, this.#clock.nowMs());
		if (judgement === "expired") return storeError(this.#options.expiredStatus, "Request has expired");
		const stored = this.#films.get(exchange.url.pathname);
		if (judgement === "forged" || !stored) return storeError(403, "SignatureDoesNotMatch");
		const { film, madeAtMs } = stored;
		const { taskId } = exchange.params;
		if (taskId && exchange.method === "GET") this.#ledger.noteDownload(taskId);
		const bytes = film.read();
		return serveBytes(exchange, { bytes, sha256: film.sha256, contentType: "video/mp4", lastModifiedMs: madeAtMs });
	}

	#serveImage(exchange: Exchange): Reply {
		const image = this.imageAt(this.origin + exchange.url.pathname);
		if (!image) return storeError(404, "NoSuchKey");
		const { bytes, contentType, storedAtMs } = image;
		return serveBytes(exchange, { bytes, sha256: sha256(bytes), contentType, lastModifiedMs: storedAtMs });
	}
}

function storeError(status: number, code: string): Reply {
	return text(status, `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`, "application/xml");
}
