import { createHash, randomBytes } from "node:crypto";
import { type ImageRef, NEW_DRAFT } from "@/lib/domain/draft";
import type { Failure } from "@/lib/domain/failure";
import {
	type BrowserId,
	browserIdSchema,
	dispatchIdSchema,
	imageIdSchema,
	keyIdSchema,
	mediaIdSchema,
	mintId,
	recoveryIdSchema,
	shareIdSchema,
	submitKeySchema,
	takeIdSchema,
} from "@/lib/domain/ids";
import { openReceipt } from "@/lib/domain/receipt/open-receipt";
import type { ShareGrant } from "@/lib/domain/share/grant";
import { type Reservation, type SpendCounter, spendCounterSchema, utcDaySchema } from "@/lib/domain/spend/reservation";
import type { StateOf, TakeState } from "@/lib/domain/take/state";
import { NEW_LABELS, type Take } from "@/lib/domain/take/take";
import type { DispatchIntent } from "@/lib/ports/dispatch";
import type { StoredKey } from "@/lib/ports/key-store";
import type { StateChange } from "@/lib/ports/take-queue";
import type { NewTake } from "@/lib/ports/take-store";
import { createVault } from "@/lib/storage/seal/vault";

export const NOW = 1_800_000_000_000;
export const TODAY = utcDaySchema.parse("2027-01-15");

const vault = createVault(["a secret for tests only"]);
const hex = () => createHash("sha256").update(randomBytes(16)).digest("hex");

export const newTakeId = () => mintId(takeIdSchema, "tk", randomBytes(16));
export const newDispatchId = () => mintId(dispatchIdSchema, "dp", randomBytes(16));
export const newSubmitKey = () => mintId(submitKeySchema, "sk", randomBytes(16));
export const newMediaId = () => mintId(mediaIdSchema, "md", randomBytes(16));
export const newShareId = () => mintId(shareIdSchema, "sh", randomBytes(16));
export const newRecoveryId = () => mintId(recoveryIdSchema, "rc", randomBytes(16));
export const newKeyId = () => mintId(keyIdSchema, "ky", randomBytes(16));
export const newBrowserId = () => browserIdSchema.parse(hex());
export const newTokenHash = hex;

export const QUEUED: StateOf<"queued"> = { kind: "queued", sinceMs: NOW, attempt: 1, held: null };

export function sending(dispatchId = newDispatchId(), attempt = 1): StateOf<"sending"> {
	return { kind: "sending", sinceMs: NOW, attempt, dispatchId, resends: 0, firstSentAtMs: NOW };
}

export function rendering(remoteId = "task-1"): StateOf<"rendering"> {
	return {
		kind: "rendering",
		sinceMs: NOW,
		remoteId,
		phase: "rendering",
		progress: 0.5,
		etaSeconds: 60,
		cancelRequestedAtMs: null,
	};
}

export function ready(mediaId = newMediaId()): StateOf<"ready"> {
	const sha256 = "0".repeat(64);
	const facts = { bytes: 1_000, sha256, width: 1280, height: 720, seconds: 5, fps: 24, hasAudio: true };
	return { kind: "ready", sinceMs: NOW, media: { mediaId, mime: "video/mp4", ...facts } };
}

export const FAILURE: Failure = { code: "moderation", sentence: "It was refused.", gatewayWords: "no", charged: "no" };
export const FAILED: StateOf<"failed"> = { kind: "failed", sinceMs: NOW, failure: FAILURE };

export function unknown(dispatchId = newDispatchId()): StateOf<"outcome-unknown"> {
	return {
		kind: "outcome-unknown",
		sinceMs: NOW,
		reason: "The connection was cut.",
		looks: 0,
		lost: {
			what: "answer",
			dispatchId,
			attempt: 1,
			resends: 0,
			mayRepeat: true,
			sentBetweenMs: [NOW, NOW + 1_000],
			absences: 0,
			firstAbsentAtMs: null,
		},
	};
}

export function aTake(changes: Partial<Take> = {}): Take {
	return {
		id: newTakeId(),
		browserId: newBrowserId(),
		submitKey: newSubmitKey(),
		gateway: "evolink",
		model: "kling-3-turbo",
		draft: NEW_DRAFT,
		shown: { catalogueVersion: "2026-11", quote: { kind: "unknown" } },
		payer: { kind: "operator" },
		createdAtMs: NOW,
		retryOf: null,
		attempts: 0,
		labels: NEW_LABELS,
		extras: null,
		left: null,
		state: QUEUED,
		...changes,
	};
}

export function counterOf(browserId: BrowserId | "all"): SpendCounter {
	return spendCounterSchema.parse(`operator:${browserId}`);
}

export function ownCounter(browserId: BrowserId, gateway = "evolink"): SpendCounter {
	return spendCounterSchema.parse(`own:${browserId}:${gateway}`);
}

export const FREE: Reservation = { day: TODAY, micros: 0, assumed: false, limits: [] };

export function reserving(micros: number, limits: Reservation["limits"]): Reservation {
	return { day: TODAY, micros, assumed: false, limits };
}

export function aClick(take: Take, changes: Partial<Omit<NewTake, "take">> = {}): NewTake {
	const reservation = changes.reservation ?? FREE;
	return {
		take,
		fingerprint: "as-asked",
		reservation,
		receipt: openReceipt(take, reservation),
		leaving: [],
		leavingPurgeAtMs: NOW + 86_400_000,
		maxUnfinished: null,
		lease: null,
		nextWakeAtMs: NOW,
		...changes,
	};
}

export function anIntent(changes: Partial<DispatchIntent> = {}): DispatchIntent {
	return {
		id: newDispatchId(),
		attempt: 1,
		request: { method: "POST", path: "/v1/videos", headers: { "content-type": "application/json" }, body: '{"a":1}' },
		callbackTokenHash: newTokenHash(),
		sentAtMs: NOW,
		...changes,
	};
}

export function aChange(state: TakeState, changes: Partial<StateChange> = {}): StateChange {
	return {
		state,
		atMs: NOW,
		nextWakeAtMs: NOW + 5_000,
		answer: null,
		countedMicros: null,
		receipt: null,
		lease: "release",
		...changes,
	};
}

export function aGrant(takeId: Take["id"], changes: Partial<ShareGrant> = {}): ShareGrant {
	return {
		id: newShareId(),
		takeId,
		title: "Night train",
		showsWords: true,
		createdAtMs: NOW,
		expiresAtMs: NOW + 86_400_000,
		revokedAtMs: null,
		...changes,
	};
}

export function aKey(changes: Partial<StoredKey> = {}): StoredKey {
	return {
		id: newKeyId(),
		browserId: newBrowserId(),
		gateway: "evolink",
		sealed: vault.seal("sk-secret", "test"),
		lastFour: "cret",
		account: {},
		dailyLimitMicros: 25_000_000,
		savedAtMs: NOW,
		test: null,
		...changes,
	};
}

export function anImage(changes: Partial<ImageRef> = {}): ImageRef {
	return { id: imageIdSchema.parse(hex()), format: "jpeg", width: 1280, height: 720, bytes: 90_000, ...changes };
}
