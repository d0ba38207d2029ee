import "server-only";
import type { StartOutcome } from "@/lib/ports/gateway";
import type { WriteDoors } from "@/lib/services/advance/write-step";
import type { Has } from "@/lib/services/doors";

export type PayDoors = WriteDoors & Has<"log" | "random" | "breakers" | "crashPoint">;

/** `unsent`: not one byte left. `lost`: it may have been carried out, and nobody says so. */
export type PaidOutcome =
	| StartOutcome
	| { readonly kind: "unsent"; readonly why: string }
	| { readonly kind: "lost"; readonly why: string };
