/** A part of Compose that an offer elsewhere leads to. */
export type Part = "words" | "image" | "gateway";

const FIELDS: Readonly<Record<Part, string>> = {
	words: "[data-compose] textarea",
	image: "#add-image",
	gateway: "[data-compose] [role=radiogroup][aria-label=Gateway] input:checked",
};

/** Brings it into sight and puts the focus there, once what was edited is drawn. */
export function showPart(part: Part): void {
	requestAnimationFrame(() => {
		const field = document.querySelector<HTMLElement>(FIELDS[part]);
		field?.scrollIntoView({ block: "center" });
		field?.focus();
		if (part === "image" && field?.ariaExpanded === "false") field.click();
	});
}
