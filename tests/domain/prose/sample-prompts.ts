import { EXAMPLES } from "@/lib/domain/examples";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";

/** The prompts that ship with the product, as they are sent. */
export const SHIPPED = EXAMPLES.map(({ key, draft }) => ({ key, text: wirePrompt(draft, "shot") }));

export const NOIR = SHIPPED.find(({ key }) => key === "noir-portrait")?.text ?? "";

/** The same prompt as it is copied from a page that mangled its dash and from a shell that quoted it. */
export const NOIR_MANGLED = NOIR.replaceAll("—", "β€”");
export const NOIR_SHELL_QUOTED = NOIR_MANGLED.replaceAll("'", "'\\''");
