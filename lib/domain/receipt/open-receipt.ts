import { NO_BILL } from "../bill";
import { durationSeconds } from "../draft";
import type { Reservation } from "../spend/reservation";
import type { Take } from "../take/take";
import type { Receipt } from "./receipt";

export function openReceipt(take: Take, reservation: Pick<Reservation, "micros" | "assumed">): Receipt {
	return {
		takeId: take.id,
		browserId: take.browserId,
		gateway: take.gateway,
		model: take.model,
		payer: take.payer,
		createdAtMs: take.createdAtMs,
		seconds: durationSeconds(take.draft),
		resolution: take.draft.resolution,
		shown: take.shown,
		reserved: { usdMicros: reservation.micros, assumed: reservation.assumed },
		bill: NO_BILL,
		end: { kind: "open" },
	};
}
