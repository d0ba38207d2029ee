import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Failure } from "@/lib/domain/failure";
import { retryAtMs } from "@/lib/domain/schedule/retry-after";
import { nextSaveAtMs } from "@/lib/domain/schedule/saving-tries";
import type { StateOf } from "@/lib/domain/take/state";
import { stepFromLook } from "@/lib/services/advance/apply-look";
import { callFreely } from "@/lib/services/advance/call-freely";
import { type FetchDoors, type FetchedFilm, fetchFilm } from "@/lib/services/advance/fetch-film";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { adoptFilm, localFilm } from "@/lib/services/advance/local-film";
import type { LookDoors } from "@/lib/services/advance/look";
import { writeOrDrop, writeStep } from "@/lib/services/advance/write-step";

export type SaveDoors = FetchDoors & LookDoors;

type Saving = StateOf<"saving">;
type Failed = Extract<FetchedFilm, { kind: "failed" }>;

/** One try to bring the film here. Until that succeeds the take is not ready, however finished it is elsewhere. */
export async function saveFilm(doors: SaveDoors, held: Held, state: Saving): Promise<void> {
	const fetched = await fetchOwn(doors, held, state);
	const atMs = doors.clock.nowMs();
	if (fetched.kind === "failed") return noteFailure(doors, held, state, fetched);
	doors.crashPoint("save:before-record");
	const outcome = await writeStep(doors, held, { event: { kind: "saved", media: fetched.media, atMs } });
	doors.crashPoint("save:after-record");
	// The animatic's film belongs to its render, whoever adopts it: another worker may just have recorded this very one.
	if (outcome.kind === "recorded" || takeOf(held).gateway === "animatic") return;
	await doors.media.delete(`film/${fetched.media.mediaId}`);
}

async function fetchOwn(doors: SaveDoors, held: Held, { film }: Saving): Promise<FetchedFilm> {
	if (takeOf(held).gateway !== "animatic") return fetchFilm(doors, film, held.signal);
	const mediaId = localFilm(film.url);
	if (mediaId === null) throw new Error("The animatic names only films it has stored here.");
	return adoptFilm(doors, mediaId);
}

async function noteFailure(doors: SaveDoors, held: Held, state: Saving, failed: Failed): Promise<void> {
	doors.log.warn("save-failed", { take: takeOf(held).id, tries: state.tries + 1, why: failed.why });
	if (failed.why === "gone" && (await takeFreshLink(doors, held, state))) return;
	const atMs = doors.clock.nowMs();
	const situation = { tries: state.tries + 1, sinceMs: state.sinceMs, expiresAtMs: state.film.expiresAtMs };
	const nextMs = isHopeless(situation, failed, atMs) ? null : nextSaveAtMs(situation, atMs);
	if (nextMs === null) return loseFilm(doors, held, failed);
	const notBeforeMs = failed.retryAfterMs === null ? nextMs : retryAtMs(atMs, failed.retryAfterMs, doors.random.unit());
	const wakeAtMs = Math.max(nextMs, notBeforeMs);
	await writeOrDrop(doors, held, { event: { kind: "save-failed", reason: failed.reason, atMs }, wakeAtMs });
}

const MOST_BROKEN = 6;
const LONGEST_MS = 72 * 3_600_000;

/** Fresh links could keep a film that cannot be had alive for ever. */
function isHopeless({ tries, sinceMs }: Pick<Saving, "tries" | "sinceMs">, { why }: Failed, nowMs: number): boolean {
	return (why === "broken" && tries >= MOST_BROKEN) || nowMs - sinceMs > LONGEST_MS;
}

/** A link that has ended may have a successor: the gateway is asked again. */
async function takeFreshLink(doors: SaveDoors, held: Held, { remoteId, film }: Saving): Promise<boolean> {
	const call = await callFreely(doors, held, (gateway, access) => gateway.status(remoteId, access));
	if (call.kind === "later" || call.outcome.kind !== "done" || call.outcome.film.url === film.url) return false;
	const atMs = doors.clock.nowMs();
	const step = stepFromLook(takeOf(held), remoteId, call.outcome, atMs);
	await writeOrDrop(doors, held, { ...step, wakeAtMs: atMs });
	return true;
}

async function loseFilm(doors: SaveDoors, held: Held, { why, reason }: Failed): Promise<void> {
	const take = takeOf(held);
	doors.log.error("film-lost", { take: take.id }, reason);
	const failure: Failure = {
		code: why === "broken" ? "film-broken" : "film-lost",
		sentence: `The film was made, but it could not be saved. ${reason} Your account at ${catalogEntry(take.gateway).label} may still have it.`,
		gatewayWords: null,
		charged: take.payer.kind === "free" ? "no" : "yes",
	};
	await writeOrDrop(doors, held, { event: { kind: "film-lost", failure, atMs: doors.clock.nowMs() } });
}
