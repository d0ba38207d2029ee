import { type Exchange, json, type Reply } from "../../kernel/exchange";
import type { EmulatorUrls, Personality, World } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Route } from "../../kernel/routes";
import type { Manners } from "../../kernel/service";
import type { Order, Task } from "../../kernel/task";
import type { TaskDesk } from "../../kernel/task-desk";
import { listTasks } from "./list-tasks";
import { klingManners, refuseKling as refuse } from "./manners";
import { readImageOrder, readTextOrder } from "./read-order";
import { signCallback } from "./sign-callback";
import { legacyJson, statusOf, submittedJson, taskJson } from "./task-json";
import type { KlingVariant } from "./variant";

export class Kling implements Personality {
	readonly manners: Manners;
	readonly fileRoutes: readonly Route[] = [];
	readonly #world: World;
	readonly #variant: KlingVariant;
	readonly #desk: TaskDesk;
	readonly #byExternalId = new Map<string, string>();

	constructor(world: World, variant: KlingVariant) {
		this.#world = world;
		this.#variant = variant;
		this.manners = klingManners(world);
		this.#desk = world.openDesk({
			noMoney: "1102",
			defaultProblem: { code: "failed", message: "Failure to pass the risk control system" },
			hasWatermarkedCopy: (order) => order.watermark,
			onPhase: (task) => this.#announce(task),
		});
	}

	readonly routes: readonly Route[] = [
		{
			method: "POST",
			path: "/text-to-video/kling-3.0-turbo",
			operation: "submit",
			handle: (it) => this.#submit(it, readTextOrder(it, this.#world.purse)),
		},
		{
			method: "POST",
			path: "/image-to-video/kling-3.0-turbo",
			operation: "submit",
			handle: (it) => this.#submit(it, readImageOrder(it, this.#world.purse, this.#world.files, this.#variant)),
		},
		{ method: "GET", path: "/tasks", operation: "look", handle: (it) => this.#look(it) },
		{ method: "POST", path: "/tasks", operation: "list", handle: (it) => this.#list(it) },
	];

	env({ baseUrl }: EmulatorUrls) {
		const secret = this.#variant.webhookSecrets[0];
		return {
			KLING_BASE_URL: baseUrl,
			KLING_API_KEY: this.#world.key,
			...(secret === undefined ? {} : { KLING_WEBHOOK_SECRET: secret }),
		};
	}

	#submit(exchange: Exchange, order: Order): Reply {
		if (exchange.entry) exchange.entry.ourId = order.ourId;
		if (order.ourId !== null && this.#byExternalId.has(order.ourId)) {
			throw refuse("external_task_id already exists", "external_task_id");
		}
		const { parallel } = this.#variant;
		if (parallel !== null && this.#desk.running().length >= parallel) {
			throw new Refused("1303", "Parallel tasks are over the limit of the resource pack");
		}
		const task = this.#desk.accept(exchange, this.#world.random.digits(18), order);
		if (order.ourId !== null) this.#byExternalId.set(order.ourId, task.id);
		return this.#succeed(submittedJson(task));
	}

	#look(exchange: Exchange): Reply {
		const query = exchange.url.searchParams;
		const taskIds = query.get("task_ids");
		const externalIds = query.get("external_task_ids");
		if ((taskIds === null) === (externalIds === null)) {
			throw refuse("give either task_ids or external_task_ids", "task_ids");
		}
		const ids = taskIds?.split(",") ?? externalIds?.split(",").map((name) => this.#byExternalId.get(name) ?? "") ?? [];
		if (ids.length > this.#variant.idsPerLook) throw refuse("too many ids", "task_ids");
		const found = ids.flatMap((id) => this.#desk.find(id) ?? []);
		for (const task of found) this.#world.ledger.noteLook(task.id);
		const word = exchange.fault?.kind === "status-word" ? exchange.fault.word : null;
		return this.#succeed(found.map((task) => this.#record(task, word)));
	}

	#list(exchange: Exchange): Reply {
		const { tasks, nextCursor, hasMore } = listTasks(exchange, this.#desk.list(), this.#variant);
		const result = tasks.map((task) => this.#record(task, null));
		return this.#succeed({ result, count: result.length, next_cursor: nextCursor, has_more: hasMore });
	}

	#announce(task: Task): void {
		if (!task.order.callbackUrl || task.phase === "queued") return;
		const { callbacks, files, random } = this.#world;
		const context = { files, variant: this.#variant, word: null };
		const body = this.#variant.callbackBody === "legacy" ? legacyJson(task, context) : taskJson(task, context);
		const outputs = [{ type: "video", id: "1", url: "https://elsewhere.example/not-yours.mp4", duration: "5.041" }];
		const id = `msg_${random.hex(24)}`;
		const wrongSecret = `whsec_${Buffer.from("a guess").toString("base64")}`;
		const { webhookSecrets } = this.#variant;
		callbacks.send({
			taskId: task.id,
			event: statusOf(task, this.#variant),
			url: task.order.callbackUrl,
			body: JSON.stringify(body),
			forgedBody: JSON.stringify({ ...this.#record(task, "succeeded"), outputs }),
			headers: (sent, nowMs, genuine) => {
				const secrets = genuine ? webhookSecrets : webhookSecrets.map(() => wrongSecret);
				return signCallback({ id, nowMs, body: sent, secrets });
			},
		});
	}

	#record(task: Task, word: string | null): Record<string, unknown> {
		return taskJson(task, { files: this.#world.files, variant: this.#variant, word });
	}

	#succeed(data: unknown): Reply {
		return json(200, { code: 0, message: "SUCCEED", request_id: this.#world.random.uuid(), data });
	}
}
