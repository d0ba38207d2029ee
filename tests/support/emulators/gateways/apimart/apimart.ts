import { readForm, readFormFile } from "../../files/read-form";
import { type Exchange, headerOf, json, type Reply } from "../../kernel/exchange";
import { IdempotencyKeys } from "../../kernel/idempotency";
import { type EmulatorUrls, HOUR_MS, type Personality, type World } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Route } from "../../kernel/routes";
import type { Manners } from "../../kernel/service";
import { isOver, type Task } from "../../kernel/task";
import type { TaskDesk } from "../../kernel/task-desk";
import { apiMartManners, refuseApiMart as refuse } from "./manners";
import { APIMART_MODEL, readOrder } from "./read-order";
import { statusOf, taskJson } from "./task-json";
import type { ApiMartVariant } from "./variant";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LANGUAGES = ["en", "zh", "ko", "ja"];
const DATED_VERSION = "2026-07-27";
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const VISIBLE_ASCII = /^[\x21-\x7e]{1,191}$/;

export class ApiMart implements Personality {
	readonly manners: Manners;
	readonly fileRoutes: readonly Route[] = [];
	readonly #world: World;
	readonly #variant: ApiMartVariant;
	readonly #desk: TaskDesk;
	readonly #keys = new IdempotencyKeys(
		() => new Refused("idempotency_conflict", "This Idempotency-Key was used with another request"),
	);

	constructor(world: World, variant: ApiMartVariant) {
		this.#world = world;
		this.#variant = variant;
		this.manners = apiMartManners(world, variant);
		this.#desk = world.openDesk({
			noMoney: "insufficient_balance",
			defaultProblem: { code: "generation_failed", message: "The video could not be generated." },
			hasWatermarkedCopy: (order) => order.watermark,
			onPhase: (task) => this.#announce(task),
		});
	}

	readonly routes: readonly Route[] = [
		{ method: "POST", path: "/v1/videos/generations", operation: "submit", handle: (it) => this.#submit(it) },
		{ method: "GET", path: "/v1/tasks/:id", operation: "look", handle: (it) => this.#look(it) },
		{ method: "POST", path: "/v1/uploads/images", operation: "upload", handle: (it) => this.#upload(it) },
		{ method: "GET", path: "/v1/balance", operation: "balance", handle: () => this.#balance() },
		{ method: "GET", path: "/v1/user/balance", operation: "balance", handle: () => this.#balance() },
		{
			method: "GET",
			path: "/v1/models",
			operation: "models",
			handle: () => json(200, { object: "list", data: [{ id: APIMART_MODEL, object: "model" }] }),
		},
	];

	env({ baseUrl }: EmulatorUrls) {
		return { APIMART_BASE_URL: baseUrl, APIMART_API_KEY: this.#world.key };
	}

	#submit(exchange: Exchange): Reply {
		const { files, purse, random } = this.#world;
		const key = headerOf(exchange, "idempotency-key");
		if (exchange.entry) exchange.entry.ourId = key ?? null;
		if (key !== undefined && !VISIBLE_ASCII.test(key)) {
			throw refuse("Idempotency-Key must be 1 to 191 visible ASCII characters", "Idempotency-Key");
		}
		const replayed = key === undefined ? null : this.#keys.replay(exchange, key);
		if (replayed) return replayed;
		const order = readOrder(exchange, purse, files, this.#variant);
		const { id } = this.#desk.accept(exchange, `task_${random.spell(ALPHABET, 26)}`, order);
		const reply = json(200, this.#submitted(exchange, id));
		if (key !== undefined) this.#keys.remember(exchange, key, id, reply);
		return reply;
	}

	#submitted(exchange: Exchange, id: string): unknown {
		const status = this.#variant.firstStatus;
		if (headerOf(exchange, "x-apimart-response-version") === DATED_VERSION) {
			return { request_id: this.#world.random.uuid(), data: { id, object: "generation.task", status } };
		}
		const data = { status, task_id: id };
		return { code: 200, data: this.#variant.submitData === "array" ? [data] : data };
	}

	#look(exchange: Exchange): Reply {
		const language = exchange.url.searchParams.get("language") ?? "en";
		if (!LANGUAGES.includes(language)) throw refuse(`language must be one of ${LANGUAGES.join(", ")}`, "language");
		const task = this.#desk.find(exchange.params.id ?? "");
		if (!task) throw new Refused("not_found", "Task not found");
		this.#world.ledger.noteLook(task.id);
		const word = exchange.fault?.kind === "status-word" ? exchange.fault.word : null;
		return json(200, this.#detail(task, word));
	}

	async #upload(exchange: Exchange): Promise<Reply> {
		const form = await readForm(exchange, refuse);
		const stranger = [...form.keys()].find((name) => name !== "file");
		if (stranger !== undefined) throw refuse(`${stranger} is not a parameter`, stranger);
		const file = readFormFile(form, "file", refuse);
		if (file.size > MAX_UPLOAD_BYTES)
			throw new Refused("payload_too_large", "The file is too large", { param: "file" });
		const bytes = Buffer.from(await file.arrayBuffer());
		const stored = this.#world.files.keepImage(bytes, file.type, 72 * HOUR_MS);
		if (!stored.facts) {
			this.#world.files.dropImage(stored.id);
			throw refuse("file must be a jpeg, png, gif or webp image", "file");
		}
		return json(200, {
			url: stored.url,
			filename: file.name,
			content_type: `image/${stored.facts.format}`,
			bytes: stored.bytes.length,
			created_at: Math.floor(stored.storedAtMs / 1000),
		});
	}

	#balance(): Reply {
		const { purse } = this.#world;
		const flat = {
			remain_balance: purse.remainingMicros / 1_000_000,
			used_balance: purse.spentMicros / 1_000_000,
			unlimited_quota: false,
		};
		return json(200, this.#variant.balance === "flat" ? { success: true, ...flat } : { code: 200, data: flat });
	}

	#announce(task: Task): void {
		if (!task.order.callbackUrl || !isOver(task)) return;
		const genuine = this.#detail(task, null);
		const videos = [{ url: ["https://elsewhere.example/not-yours.mp4"] }];
		const forged = { code: 200, data: { id: task.id, status: "completed", progress: 100, result: { videos } } };
		this.#world.callbacks.send({
			taskId: task.id,
			event: statusOf(task),
			url: task.order.callbackUrl,
			body: JSON.stringify(genuine),
			forgedBody: JSON.stringify(forged),
			headers: () => ({}),
		});
	}

	#detail(task: Task, word: string | null): unknown {
		const { clock, files } = this.#world;
		return { code: 200, data: taskJson(task, { files, variant: this.#variant, nowMs: clock.nowMs(), word }) };
	}
}
