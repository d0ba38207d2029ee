import { type Exchange, headerOf, json, type Reply } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { IdempotencyKeys } from "../../kernel/idempotency";
import type { EmulatorUrls, Personality, World } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Route } from "../../kernel/routes";
import type { Manners } from "../../kernel/service";
import { isOver, type Task } from "../../kernel/task";
import type { TaskDesk } from "../../kernel/task-desk";
import { filesApi } from "./files-api";
import { evoLinkManners, refuseEvoLink as refuse } from "./manners";
import { readOrder } from "./read-order";
import { listedTask, statusOf, submittedTask, taskDetail } from "./task-json";
import type { EvoLinkVariant } from "./variant";

const PREFIX = "task-unified-";
const MICROS = 1_000_000;

export class EvoLink implements Personality {
	readonly manners: Manners;
	readonly fileRoutes: readonly Route[];
	readonly #world: World;
	readonly #variant: EvoLinkVariant;
	readonly #desk: TaskDesk;
	readonly #keys = new IdempotencyKeys(
		() => new Refused("idempotency_conflict", "This Idempotency-Key belongs to another request."),
	);

	constructor(world: World, variant: EvoLinkVariant) {
		this.#world = world;
		this.#variant = variant;
		this.manners = evoLinkManners(world, variant);
		this.fileRoutes = filesApi(world.files);
		this.#desk = world.openDesk({
			noMoney: "insufficient_user_quota",
			defaultProblem: { code: "service_error", message: "The provider could not make this video." },
			hasWatermarkedCopy: () => false,
			onPhase: (task) => this.#announce(task),
		});
	}

	readonly routes: readonly Route[] = [
		{ method: "POST", path: "/v1/videos/generations", operation: "submit", handle: (it) => this.#submit(it) },
		{ method: "GET", path: "/v1/tasks/:id", operation: "look", handle: (it) => this.#look(it) },
		{ method: "POST", path: "/v1/tasks/batch", operation: "batch", handle: (it) => this.#batch(it) },
		{ method: "GET", path: "/v1/tasks", operation: "list", handle: (it) => this.#list(it) },
		{ method: "GET", path: "/v1/credits", operation: "balance", handle: () => this.#credits() },
	];

	env({ baseUrl, filesBaseUrl }: EmulatorUrls) {
		return { EVOLINK_BASE_URL: baseUrl, EVOLINK_FILES_BASE_URL: filesBaseUrl, EVOLINK_API_KEY: this.#world.key };
	}

	#submit(exchange: Exchange): Reply {
		const { clock, files, purse, random } = this.#world;
		const given = headerOf(exchange, "idempotency-key");
		if (exchange.entry) exchange.entry.ourId = given ?? null;
		const key = this.#variant.idempotency === "honoured" ? given : undefined;
		const replayed = key === undefined ? null : this.#keys.replay(exchange, key);
		if (replayed) return replayed;
		const order = readOrder(exchange, purse, files, this.#variant);
		const id = `${PREFIX}${Math.floor(clock.nowMs() / 1000)}-${random.hex(10)}`;
		const reply = json(200, submittedTask(this.#desk.accept(exchange, id, order)));
		if (key !== undefined) this.#keys.remember(exchange, key, id, reply);
		return reply;
	}

	#look(exchange: Exchange): Reply {
		const id = exchange.params.id ?? "";
		if (!id.startsWith(PREFIX)) throw new Refused("invalid_task_id", `Task ids begin with ${PREFIX}.`);
		const task = this.#desk.find(id);
		if (!task) throw new Refused("not_found", "There is no such task.");
		this.#world.ledger.noteLook(id);
		return json(200, this.#detail(task, exchange));
	}

	#batch(exchange: Exchange): Reply {
		const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
		const ids = fields.required("task_ids", fields.texts("task_ids"));
		fields.close();
		if (ids.length > 50) throw refuse("task_ids holds at most 50 ids", "task_ids");
		const found = ids.flatMap((id) => this.#desk.find(id) ?? []);
		for (const task of found) this.#world.ledger.noteLook(task.id);
		return json(200, { data: found.map((task) => this.#detail(task, exchange)) });
	}

	#list(exchange: Exchange): Reply {
		const asked = exchange.url.searchParams;
		const page = Number(asked.get("page") ?? 1);
		const pageSize = Number(asked.get("page_size") ?? 20);
		if (!Number.isInteger(page) || !Number.isInteger(pageSize) || page < 1 || pageSize < 1) {
			throw refuse("page and page_size are whole numbers from 1", "page");
		}
		const fits = (row: Readonly<Record<string, unknown>>, name: string) =>
			asked.get(name) === null || asked.get(name) === row[name];
		const rows = this.#desk
			.list()
			.map((task) => listedTask(task, this.#variant))
			.filter((row) => fits(row, "status") && fits(row, "type") && fits(row, "model"));
		const data = rows.slice((page - 1) * pageSize, page * pageSize);
		return json(200, { data, total: rows.length, page, page_size: pageSize });
	}

	#credits(): Reply {
		const { purse } = this.#world;
		const user = { remaining_credits: purse.remainingMicros / MICROS, used_credits: purse.spentMicros / MICROS };
		return json(200, { success: true, data: { user, token: { ...user, unlimited_credits: false } } });
	}

	#announce(task: Task): void {
		if (!task.order.callbackUrl || !isOver(task)) return;
		const detail = this.#detail(task);
		const forged = { ...detail, status: "completed", results: ["https://elsewhere.example/not-yours.mp4"] };
		this.#world.callbacks.send({
			taskId: task.id,
			event: statusOf(task, this.#variant),
			url: task.order.callbackUrl,
			body: JSON.stringify(detail),
			forgedBody: JSON.stringify(forged),
			headers: () => ({}),
		});
	}

	#detail(task: Task, exchange?: Exchange): Record<string, unknown> {
		const { clock, files } = this.#world;
		const word = exchange?.fault?.kind === "status-word" ? exchange.fault.word : null;
		return taskDetail(task, { files, variant: this.#variant, nowMs: clock.nowMs() }, word);
	}
}
