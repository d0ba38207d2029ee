import { type Exchange, json, type Reply } from "../../kernel/exchange";
import type { EmulatorUrls, Personality, World } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Route } from "../../kernel/routes";
import type { Manners } from "../../kernel/service";
import type { TaskDesk } from "../../kernel/task-desk";
import { jobJson } from "./job-json";
import { empirioLabsManners } from "./manners";
import { EMPIRIOLABS_MODEL, readOrder } from "./read-order";
import type { EmpirioLabsVariant } from "./variant";

const CARD = { id: EMPIRIOLABS_MODEL, object: "model", owned_by: "kling" };
const BAIT = { status: "completed", result: { url: "https://elsewhere.example/not-yours.mp4" } };

export class EmpirioLabs implements Personality {
	readonly manners: Manners;
	readonly #world: World;
	readonly #variant: EmpirioLabsVariant;
	readonly #desk: TaskDesk;

	constructor(world: World, variant: EmpirioLabsVariant) {
		this.#world = world;
		this.#variant = variant;
		this.manners = empirioLabsManners(world, variant);
		this.#desk = world.openDesk({
			noMoney: "insufficient_credits",
			defaultProblem: { code: "upstream_error", message: "The model could not make this video." },
			hasWatermarkedCopy: () => false,
			onPhase: () => undefined,
		});
	}

	readonly routes: readonly Route[] = [
		{ method: "POST", path: "/v1/videos/generations", operation: "submit", handle: (it) => this.#submit(it) },
		{ method: "GET", path: "/v1/jobs/:id", operation: "look", handle: (it) => this.#look(it) },
		{ method: "GET", path: "/v1/models", operation: "models", open: true, handle: () => json(200, { data: [CARD] }) },
		{ method: "GET", path: "/v1/models/:id", operation: "models", open: true, handle: readModel },
	];

	/** Another host that would gladly take the key: whoever asks it shows in the ledger's requests. */
	readonly fileRoutes: readonly Route[] = [
		{ method: "GET", path: "/v1/jobs/:id", operation: "foreign-look", open: true, handle: () => json(200, BAIT) },
	];

	env({ baseUrl }: EmulatorUrls) {
		return { EMPIRIOLABS_BASE_URL: baseUrl, EMPIRIOLABS_API_KEY: this.#world.key };
	}

	#submit(exchange: Exchange): Reply {
		const { files, purse, random } = this.#world;
		const order = readOrder(exchange, purse, files, this.#variant);
		const { id } = this.#desk.accept(exchange, `job_${random.hex(24)}`, order);
		return json(this.#variant.submitStatus, { job_id: id, ...this.#pollUrl(id) });
	}

	#look(exchange: Exchange): Reply {
		const { clock, files, ledger } = this.#world;
		const task = this.#desk.find(exchange.params.id ?? "");
		if (!task) throw new Refused("not_found", "There is no such job.");
		ledger.noteLook(task.id);
		const word = exchange.fault?.kind === "status-word" ? exchange.fault.word : null;
		return json(200, jobJson(task, { files, variant: this.#variant, nowMs: clock.nowMs(), word }));
	}

	#pollUrl(id: string): { readonly poll_url?: string } {
		const { baseUrl, filesBaseUrl } = this.#world.urls();
		const path = `/v1/jobs/${id}`;
		switch (this.#variant.pollUrl) {
			case "relative":
				return { poll_url: path };
			case "absolute":
				return { poll_url: baseUrl + path };
			case "other-host":
				return { poll_url: filesBaseUrl + path };
			case "absent":
				return {};
		}
	}
}

function readModel(exchange: Exchange): Reply {
	if (exchange.params.id !== EMPIRIOLABS_MODEL) throw new Refused("model_not_found", "There is no such model.");
	return json(200, CARD);
}
