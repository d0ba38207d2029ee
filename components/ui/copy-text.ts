/** Without a secure context there is no clipboard, and copying is the selection's. `false`: the person has to do it. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copySelection(text);
	}
}

function copySelection(text: string): boolean {
	const area = document.createElement("textarea");
	area.value = text;
	area.style.cssText = "position: fixed; opacity: 0";
	// Inside the open dialog, if any: outside of it nothing can be selected.
	(document.querySelector("dialog[open]") ?? document.body).append(area);
	const before = document.activeElement;
	area.select();
	const copied = document.execCommand("copy");
	area.remove();
	if (before instanceof HTMLElement) before.focus();
	return copied;
}
