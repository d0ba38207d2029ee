import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Database } from "./database";

const current = new AsyncLocalStorage<{ open: boolean }>();

function refuseInsideTransaction(): void {
	if (current.getStore()?.open) {
		throw new Error("The outer database handle was used inside a transaction. Hand the transaction's own handle down.");
	}
}

/**
 * The embedded database has one connection: the outer handle would wait for the transaction, and the transaction for it,
 * for ever. So `entrances` of the client throw instead, on every engine alike.
 */
export function guardClient<Client extends object>(
	client: Client,
	entrances: readonly PropertyKey[],
	assertUsable: () => void = () => {},
): Client {
	return new Proxy(client, {
		get(target, name) {
			const member: unknown = Reflect.get(target, name, target);
			if (typeof member !== "function") return member;
			return (...args: unknown[]) => {
				if (entrances.includes(name)) {
					refuseInsideTransaction();
					assertUsable();
				}
				return Reflect.apply(member, target, args);
			};
		},
	});
}

/** Marks what runs inside `db.transaction`, for `guardClient`. */
export function markTransactions<Handle extends Database>(db: Handle): Handle {
	const begin = db.transaction.bind(db);
	db.transaction = (work, config) =>
		begin((tx) => {
			// Work that was started inside and outlives the transaction may use the outer handle again.
			const mark = { open: true };
			return current
				.run(mark, () => work(tx))
				.finally(() => {
					mark.open = false;
				});
		}, config);
	return db;
}
