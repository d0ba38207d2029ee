import type { Ctx } from "../paint/surface";
import type { Dressed } from "./dressed";

/** The head's own frame: the skull is about one unit across, x towards where the face points on screen. */
export interface HeadFrame {
	readonly ctx: Ctx;
	readonly d: Dressed;
	/** 1 straight at us, 0 in profile, -1 from behind. */
	readonly front: number;
	/** Signed: how far the face points to the right. */
	readonly side: number;
}
