"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** Anywhere on the page: a picture that misses its field would otherwise take the page's place. Answers whether one hovers. */
export function useDroppedFiles(onFile: (file: File) => void): boolean {
	const [hovering, setHovering] = useState(false);
	const onDragOver = useEffectEvent((event: DragEvent) => {
		if (!event.dataTransfer?.types.includes("Files")) return;
		event.preventDefault();
		setHovering(!hasDialog());
	});
	const onDragLeave = useEffectEvent((event: DragEvent) => event.relatedTarget === null && setHovering(false));
	const onDrop = useEffectEvent((event: DragEvent) => {
		if (!event.dataTransfer?.types.includes("Files")) return;
		event.preventDefault();
		setHovering(false);
		const file = event.dataTransfer.files[0];
		if (file && !hasDialog()) onFile(file);
	});
	const onPaste = useEffectEvent((event: ClipboardEvent) => {
		const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith("image/"));
		// Words copied together with a picture of them are words.
		if (!file || event.clipboardData?.types.includes("text/plain") || hasDialog()) return;
		event.preventDefault();
		onFile(file);
	});
	useEffect(() => {
		const listening = new AbortController();
		const { signal } = listening;
		window.addEventListener("dragover", (event) => onDragOver(event), { signal });
		window.addEventListener("dragleave", (event) => onDragLeave(event), { signal });
		window.addEventListener("drop", (event) => onDrop(event), { signal });
		window.addEventListener("paste", (event) => onPaste(event), { signal });
		return () => listening.abort();
	}, []);
	return hovering;
}

function hasDialog(): boolean {
	return document.querySelector("dialog[open]") !== null;
}
