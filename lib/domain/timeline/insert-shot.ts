import { ok } from "../result";
import { nextShotId, type Shots } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";
import { makeRoom } from "./make-room";
import type { Trim } from "./trim";

const NEW_SHOT_SECONDS = 3;

export function insertShot(shots: Shots, at: number, trim: Trim): ShotsEdit {
	if (!Number.isInteger(at) || at < 0 || at > shots.length) return refuseEdit("unknown-shot");
	const room = makeRoom(shots, Math.max(0, at - 1), NEW_SHOT_SECONDS, trim);
	if (!room.ok) return room;
	return ok(room.value.shots.toSpliced(at, 0, { id: nextShotId(shots), seconds: room.value.seconds, words: "" }));
}
