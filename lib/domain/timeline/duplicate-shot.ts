import { ok } from "../result";
import { nextShotId, type Shots } from "../shot";
import { refuseEdit, type ShotsEdit } from "./edit-problem";
import { makeRoom } from "./make-room";
import type { Trim } from "./trim";

export function duplicateShot(shots: Shots, index: number, trim: Trim): ShotsEdit {
	const shot = shots[index];
	if (!shot) return refuseEdit("unknown-shot");
	const room = makeRoom(shots, index, shot.seconds, trim);
	if (!room.ok) return room;
	return ok(room.value.shots.toSpliced(index + 1, 0, { ...shot, id: nextShotId(shots), seconds: room.value.seconds }));
}
