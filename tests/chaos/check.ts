import type { TakeId } from "@/lib/domain/ids";
import type { SubmitEntry } from "../support/emulators/kernel/ledger-records";
import type { GatewayName } from "../support/emulators/kernel/personality";
import type { Click } from "./clicks";
import type { InspectedTake, Inspection } from "./inspect";
import { bodyOf } from "./people";

export type Ledgers = ReadonlyMap<GatewayName, readonly Readonly<SubmitEntry>[]>;

export interface Verdict {
	readonly duplicates: readonly string[];
	readonly lostTakes: readonly string[];
	readonly lostFilms: readonly string[];
	readonly others: readonly string[];
}

interface Charge {
	readonly gateway: GatewayName;
	readonly entry: Readonly<SubmitEntry>;
	readonly click: Click | undefined;
}

const MARK = /click-(\d+)\./;

/** Holds what the app says against what truly happened to the money. */
export function check(clicks: readonly Click[], ledgers: Ledgers, inspection: Inspection): Verdict {
	const byNumber = new Map(clicks.map((click) => [click.number, click]));
	const charges: Charge[] = [...ledgers].flatMap(([gateway, entries]) =>
		entries
			.filter((entry) => entry.charged !== null)
			.map((entry) => ({ gateway, entry, click: byNumber.get(Number(MARK.exec(bodyOf(entry))?.[1])) })),
	);
	const owners = groupBy([...inspection.takes.values()], ({ remoteId, take }) =>
		remoteId === null ? null : `${take.gateway} ${remoteId}`,
	);
	return {
		duplicates: findDuplicates(charges),
		lostTakes: findLostTakes(clicks, inspection),
		lostFilms: charges.flatMap((charge) => findLostFilm(charge, owners.get(nameOf(charge)) ?? []) ?? []),
		others: [
			...charges.flatMap((charge) => findStray(charge, owners.get(nameOf(charge)) ?? [], inspection)),
			...findFalseFilms(inspection),
			...findFalseWords(charges, inspection),
			...findReused(ledgers),
			...inspection.lostCallbacks,
		],
	};
}

function nameOf({ gateway, entry }: Charge): string {
	return `${gateway} ${entry.taskId}`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return groups;
}

function findDuplicates(charges: readonly Charge[]): readonly string[] {
	const perClick = groupBy(charges, ({ click }) => (click ? String(click.number) : "of nobody"));
	return [...perClick].flatMap(([number, made]) => {
		const allowed = made[0]?.click?.takes.length ?? 0;
		const first = made[0];
		return made.length > allowed
			? [`Click ${number} at ${first?.gateway} was charged ${made.length} times for ${allowed} takes.`]
			: [];
	});
}

function findLostTakes(clicks: readonly Click[], { takes, receipts }: Inspection): readonly string[] {
	return clicks.flatMap((click) =>
		click.takes.flatMap((id) => {
			if (!receipts.has(id)) return [`${id} of click ${click.number} has no receipt.`];
			if (takes.has(id)) return [];
			const end = receipts.get(id)?.end.kind;
			return end === "open" || end === "unknown" ? [`${id} of click ${click.number} is gone while ${end}.`] : [];
		}),
	);
}

/** A charge belongs to exactly one take of its click, or to one whose doubt is there to be seen. */
function findStray(
	charge: Charge,
	owners: readonly InspectedTake[],
	{ takes, receipts }: Inspection,
): readonly string[] {
	const { click, gateway, entry } = charge;
	if (!click) return [`A charge at ${gateway} belongs to no click.`];
	if (owners.length > 1) return [`${nameOf(charge)} belongs to ${owners.length} takes.`];
	const [owner] = owners;
	if (owner) return click.takes.includes(owner.take.id) ? [] : [`${nameOf(charge)} was taken by another click's take.`];
	const isDoubtful = click.takes.some((id) => isVisibleDoubt(id, takes, receipts));
	return isDoubtful ? [] : [`${gateway} charged click ${click.number} (${entry.taskId}), and no take has it.`];
}

function isVisibleDoubt(id: TakeId, takes: Inspection["takes"], receipts: Inspection["receipts"]): boolean {
	const inspected = takes.get(id);
	// A purged one has told its receipt how it ended.
	if (!inspected) return receipts.has(id);
	const { state } = inspected.take;
	return state.kind === "outcome-unknown" || (state.kind === "failed" && state.failure.code === "settled-by-person");
}

function findLostFilm({ entry, gateway, click }: Charge, [owner]: readonly InspectedTake[]): string | null {
	if (entry.finished !== "done" || entry.filmSha256 === null || !owner) return null;
	const { state, id } = owner.take;
	if (state.kind === "cancelled") return null;
	if (state.kind === "failed" && state.failure.code === "settled-by-person") return null;
	if (state.kind !== "ready")
		return `${id} of click ${click?.number} at ${gateway} is ${state.kind}; its film was made.`;
	const isTrue = [entry.filmSha256, entry.watermarkedSha256].includes(state.media.sha256);
	return isTrue ? null : `${id} at ${gateway} holds another film than was charged.`;
}

/** What has left for good may be half destroyed: its bytes go before its row. */
function findFalseFilms({ takes, atMs }: Inspection): readonly string[] {
	return [...takes.values()].flatMap(({ take: { id, state, left }, storedSha256 }) => {
		if (state.kind !== "ready" || (left && left.purgeAtMs <= atMs)) return [];
		return state.media.sha256 === storedSha256 ? [] : [`The bytes of ${id} are not what it says.`];
	});
}

/** Nobody is told "not charged" while the money is gone. */
function findFalseWords(charges: readonly Charge[], { takes }: Inspection): readonly string[] {
	const kept = charges.filter(({ entry }) => !entry.refunded);
	return kept.flatMap(({ click, gateway, entry }) => {
		if (click?.takes.length !== 1) return [];
		const [id] = click.takes;
		const state = id && takes.get(id)?.take.state;
		if (!state) return [];
		const said = state.kind === "failed" ? state.failure.charged : state.kind === "cancelled" ? state.charged : null;
		return said === "no"
			? [`${id} says not charged (${state.kind}); ${gateway} has the money of ${entry.taskId}.`]
			: [];
	});
}

function findReused(ledgers: Ledgers): readonly string[] {
	return [...ledgers].flatMap(([gateway, entries]) =>
		entries
			.filter(({ freshConnection }) => !freshConnection)
			.map(({ seq }) => `The paid request ${seq} at ${gateway} came on a used connection.`),
	);
}
