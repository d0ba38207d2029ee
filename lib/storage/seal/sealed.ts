import "server-only";
import * as z from "zod";
import type { Sealed } from "@/lib/ports/vault";

const FORM = /^s1\.[A-Za-z0-9_-]+$/;

/** `s1.` names the layout that `vault.ts` writes. */
export const sealedSchema = z.custom<Sealed>((value) => typeof value === "string" && FORM.test(value));
