"use client";

import { IconButton } from "@/components/ui/button";
import { canRedo, canUndo } from "@/lib/domain/undo";
import { useDesk, useDeskState } from "./desk-context";

/** In sight in both modes: whatever one has just loaded, cleared or cut can be had back. */
export function UndoButtons() {
	const desk = useDesk();
	const history = useDeskState((state) => state.history);
	return (
		<>
			<IconButton icon="undo" label="Undo" disabled={!canUndo(history)} onClick={desk.undo} />
			<IconButton icon="redo" label="Redo" disabled={!canRedo(history)} onClick={desk.redo} />
		</>
	);
}
