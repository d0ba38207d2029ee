import "server-only";
import type { StateChange } from "@/lib/ports/take-queue";
import type { ChangeMark } from "../browsers/counter";

export function spendMark(change: StateChange): readonly ChangeMark[] {
	return change.countedMicros === null && change.receipt === null ? [] : ["spendChanged"];
}
