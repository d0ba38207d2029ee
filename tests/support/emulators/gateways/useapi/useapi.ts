import { type Exchange, headerOf, json, type Reply } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import type { EmulatorUrls, Personality, World } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Route } from "../../kernel/routes";
import type { Manners } from "../../kernel/service";
import type { Task } from "../../kernel/task";
import type { TaskDesk } from "../../kernel/task-desk";
import { type Account, Accounts } from "./accounts";
import { downloadLink, uploadAsset } from "./assets";
import { mannersOfUseApi, refuseUseApi as refuse } from "./manners";
import { orderOf, readWish, type Wish } from "./read-order";
import { statusNameOf, taskJson } from "./task-json";
import type { UseApiVariant } from "./variant";

const BASE = "/v1/kling";

export class UseApi implements Personality {
	readonly manners: Manners;
	readonly fileRoutes: readonly Route[] = [];
	readonly #world: World;
	readonly #variant: UseApiVariant;
	readonly #accounts: Accounts;
	readonly #desk: TaskDesk;
	#defaultReplyUrl: string | null = null;

	constructor(world: World, variant: UseApiVariant) {
		this.#world = world;
		this.#variant = variant;
		this.manners = mannersOfUseApi(world, variant);
		this.#accounts = new Accounts(world, variant.accounts);
		this.#desk = world.openDesk({
			noMoney: "412",
			defaultProblem: { code: "failed", message: "The creation failed." },
			hasWatermarkedCopy: () => true,
			onPhase: (task) => this.#announce(task),
		});
	}

	get routes(): readonly Route[] {
		const accounts = this.#accounts;
		return [
			{
				method: "POST",
				path: `${BASE}/videos/text2video`,
				operation: "submit",
				handle: (it) => this.#submit(it, false),
			},
			{
				method: "POST",
				path: `${BASE}/videos/image2video-frames`,
				operation: "submit",
				handle: (it) => this.#submit(it, true),
			},
			{ method: "GET", path: `${BASE}/tasks`, operation: "list", handle: (it) => this.#list(it) },
			{ method: "GET", path: `${BASE}/tasks/:id`, operation: "look", handle: (it) => this.#look(it) },
			{ method: "DELETE", path: `${BASE}/tasks/:id`, operation: "cancel", handle: (it) => this.#drop(it) },
			{ method: "GET", path: `${BASE}/scheduler`, operation: "scheduler", handle: () => this.#scheduler() },
			{ method: "GET", path: `${BASE}/scheduler/available`, operation: "scheduler", handle: () => this.#available() },
			{ method: "DELETE", path: `${BASE}/scheduler/:id`, operation: "cancel", handle: (it) => this.#release(it) },
			{ method: "POST", path: `${BASE}/assets`, operation: "upload", handle: (it) => this.#upload(it) },
			{ method: "GET", path: `${BASE}/assets/download`, operation: "clean-copy", handle: (it) => this.#cleanCopy(it) },
			{ method: "POST", path: `${BASE}/accounts`, operation: "account", handle: (it) => accounts.add(it) },
			{ method: "GET", path: `${BASE}/accounts`, operation: "account", handle: () => accounts.list() },
			{ method: "GET", path: `${BASE}/accounts/:email`, operation: "balance", handle: (it) => accounts.show(it) },
			{ method: "DELETE", path: `${BASE}/accounts/:email`, operation: "account", handle: (it) => accounts.drop(it) },
			{ method: "POST", path: "/v2/account", operation: "account", handle: (it) => this.#configure(it) },
		];
	}

	env({ baseUrl }: EmulatorUrls) {
		const email = this.#variant.accounts[0]?.email;
		return { USEAPI_BASE_URL: baseUrl, USEAPI_TOKEN: this.#world.key, ...(email ? { USEAPI_EMAIL: email } : {}) };
	}

	async #submit(exchange: Exchange, withImage: boolean): Promise<Reply> {
		const { files, random } = this.#world;
		const wish = await readWish(exchange, withImage);
		if (exchange.entry) exchange.entry.ourId = wish.replyRef;
		const account = this.#pick(wish);
		const order = orderOf(wish, account, files, wish.replyUrl ?? this.#defaultReplyUrl);
		const task = this.#desk.accept(exchange, random.digits(9), order);
		return json(200, this.#model(task, null));
	}

	/** The account named, or any with room. */
	#pick(wish: Wish): Account {
		const candidates = wish.email === undefined ? this.#accounts.all() : [this.#accounts.one(wish.email)];
		const free = candidates.filter((account) => this.#runningOf(account) < (wish.maxJobs ?? account.maxJobs));
		const account = this.#world.random.pick(free);
		if (account) return account;
		if (candidates.length === 0) throw new Refused("404", "No accounts are configured");
		const retryAfter = { form: "body", seconds: 10 } as const;
		throw new Refused("429", "All accounts are at their maxJobs", { retryAfter });
	}

	#runningOf({ email }: Account): number {
		return this.#desk.running().filter((task) => task.order.account === email).length;
	}

	#look(exchange: Exchange): Reply {
		const task = this.#find(exchange);
		this.#world.ledger.noteLook(task.id);
		return json(200, this.#model(task, exchange.fault?.kind === "status-word" ? exchange.fault.word : null));
	}

	#find(exchange: Exchange): Task {
		const email = exchange.url.searchParams.get("email");
		// Whoever is looked for by name must be there; with nobody there, nothing is.
		if (email !== null || this.#accounts.all().length === 0) this.#accounts.one(email ?? undefined);
		const task = this.#desk.find(exchange.params.id ?? "");
		if (!task || (email !== null && email !== task.order.account)) throw new Refused("404", "Task not found");
		return task;
	}

	#list(exchange: Exchange): Reply {
		const email = exchange.url.searchParams.get("email");
		const tasks = this.#desk.list().filter((task) => email === null || email === task.order.account);
		return this.#listed(
			"tasks",
			tasks.map((task) => this.#model(task, null)),
		);
	}

	#scheduler(): Reply {
		return this.#listed("executing", this.#executing());
	}

	#available(): Reply {
		const available = this.#accounts.all().map((account) => {
			const executing = this.#runningOf(account);
			const { email, maxJobs } = account;
			return { email, maxJobs, executing, available: Math.max(0, maxJobs - executing) };
		});
		return json(200, { executing: this.#executing(), available });
	}

	#executing(): readonly unknown[] {
		const nowMs = this.#world.clock.nowMs();
		return this.#desk.running().map((task) => ({
			id: Number(task.id),
			email: task.order.account ?? "",
			started: new Date(task.createdAtMs).toISOString(),
			elapsed: `${Math.floor((nowMs - task.createdAtMs) / 1000)}s`,
			replyUrl: task.order.callbackUrl ?? "",
			replyRef: task.order.ourId ?? "",
		}));
	}

	#listed(name: string, rows: readonly unknown[]): Reply {
		return json(200, this.#variant.lists === "array" ? rows : { [name]: rows });
	}

	/** Frees the place; what runs at Kling runs on. */
	#release(exchange: Exchange): Reply {
		this.#desk.release(this.#find(exchange));
		return json(200, {});
	}

	#drop(exchange: Exchange): Reply {
		this.#desk.forget(this.#find(exchange));
		return json(200, {});
	}

	#upload(exchange: Exchange): Reply {
		return uploadAsset(exchange, this.#accounts, this.#world, this.#variant);
	}

	#cleanCopy(exchange: Exchange): Reply {
		return downloadLink(exchange, this.#accounts, this.#world, this.#variant, (id) => this.#desk.find(id));
	}

	#configure(exchange: Exchange): Reply {
		const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
		this.#defaultReplyUrl = fields.text("replyUrl") ?? null;
		fields.close();
		return json(200, { replyUrl: this.#defaultReplyUrl });
	}

	#announce(task: Task): void {
		if (!task.order.callbackUrl || task.phase === "queued") return;
		const genuine = this.#model(task, null, true);
		const resource = { resource: "https://elsewhere.example/not-yours.mp4", width: 1, height: 1, duration: 1 };
		const forged = {
			...genuine,
			status: 99,
			status_name: "succeed",
			status_final: true,
			works: [{ workId: 1, resource }],
		};
		this.#world.callbacks.send({
			taskId: task.id,
			event: statusNameOf(task),
			url: task.order.callbackUrl,
			body: JSON.stringify(genuine),
			forgedBody: JSON.stringify(forged),
			headers: () => ({}),
		});
	}

	#model(task: Task, word: string | null, echo = this.#variant.echoInTasks): Record<string, unknown> {
		return taskJson(task, { files: this.#world.files, variant: this.#variant, word, echo });
	}
}
