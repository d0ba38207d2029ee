import "server-only";
import type { Take } from "@/lib/domain/take/take";
import type { Has } from "@/lib/services/doors";

/** The film is not quite the one that was wanted. It stands in the take's note, unless the person wrote one. */
export async function noteCaveat({ takes }: Has<"takes">, take: Take, caveat: string): Promise<void> {
	if (take.labels.note === "") await takes.label(take.browserId, take.id, { note: caveat });
}
