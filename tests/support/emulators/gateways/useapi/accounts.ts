import { type Exchange, headerOf, json, type Reply } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import type { World } from "../../kernel/personality";
import { Purse } from "../../kernel/purse";
import { Refused } from "../../kernel/refused";
import { refuseUseApi as refuse } from "./manners";
import type { UseApiAccount } from "./variant";

/** A password the emulated Kling never accepts. */
const WRONG_PASSWORD = "wrong";

export interface Account extends UseApiAccount {
	readonly purse: Purse;
}

/** The Kling accounts the person has handed over. */
export class Accounts {
	readonly #world: World;
	readonly #byEmail = new Map<string, Account>();

	constructor(world: World, accounts: readonly UseApiAccount[]) {
		this.#world = world;
		for (const account of accounts) this.#keep(account);
	}

	/** The one named; the only one where none is named. */
	one(email: string | undefined): Account {
		const all = this.all();
		if (email === undefined && all.length > 1) throw refuse("email is required with several accounts", "email");
		const account = email === undefined ? all[0] : this.#byEmail.get(email);
		if (!account) throw new Refused("404", "Account not found");
		return account;
	}

	all(): readonly Account[] {
		return [...this.#byEmail.values()];
	}

	add(exchange: Exchange): Reply {
		const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
		const email = fields.required("email", fields.text("email"));
		const password = fields.required("password", fields.text("password"));
		const maxJobs = fields.required("maxJobs", fields.whole("maxJobs", 1, 50));
		for (const name of ["passToken", "did", "userId"]) fields.text(name);
		fields.close();
		if (password === WRONG_PASSWORD) throw refuse("Account does not exist or password is incorrect", "password");
		return json(201, this.#describe(this.#keep({ email, maxJobs })));
	}

	list(): Reply {
		return json(200, Object.fromEntries(this.all().map((account) => [account.email, this.#describe(account)])));
	}

	show(exchange: Exchange): Reply {
		const account = this.one(exchange.params.email);
		const total = account.purse.remainingMicros / 10_000;
		return json(200, { ...this.#describe(account), balance: { points: [{ type: "PACKAGE", amount: total }], total } });
	}

	drop(exchange: Exchange): Reply {
		const { email } = this.one(exchange.params.email);
		this.#byEmail.delete(email);
		return json(200, {});
	}

	#keep(account: UseApiAccount): Account {
		const kept = { ...account, purse: new Purse(this.#world.purse.remainingMicros, "credits") };
		this.#byEmail.set(account.email, kept);
		return kept;
	}

	#describe({ email, maxJobs }: Account): Record<string, unknown> {
		const endsMs = this.#world.clock.nowMs() + 30 * 24 * 3_600_000;
		const session = { userId: "10000001", ExpireTime: endsMs, ExpireTimeUTC: new Date(endsMs).toISOString() };
		return { email, session, maxJobs, password: "…secured…" };
	}
}
