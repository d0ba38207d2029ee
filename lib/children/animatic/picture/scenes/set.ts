import type { PlannedShot } from "@/lib/domain/animatic-plan/plan";
import type { Focus } from "../camera/camera";
import type { Stage } from "../camera/stage";
import type { Falling } from "../figure/relight";
import type { Light } from "../light/light";
import type { Layer } from "./layer";

/** What a scene is built from. */
export interface Build {
	readonly stage: Stage;
	readonly light: Light;
	readonly shot: PlannedShot;
	readonly seed: number;
}

/** How people get about here: along the picture with the camera tracking, into its depth, a few steps, or afloat. */
export type Traffic = "lateral" | "depth" | "indoors" | "afloat";

export type Seat = "chair" | "sofa" | "bench" | "rock" | "log" | "crate" | "stool";

/** Where figures stand, in frame pixels at rest. */
export interface Ground {
	readonly y: number;
	readonly height: number;
	readonly traffic: Traffic;
	readonly seat: Seat;
	/** The horizon, for those who walk into the depth. */
	readonly horizon: number;
	readonly falling: Falling;
	readonly shadow: { readonly alpha: number; readonly length: number; readonly slant: number };
	/** How clearly the floor mirrors them. */
	readonly mirror: number;
}

/** A scene, ready to be drawn: what lies behind the figures and what in front. */
export interface SceneSet {
	readonly behind: readonly Layer[];
	readonly before: readonly Layer[];
	readonly ground: Ground;
	readonly focus: Focus;
}

export type SceneBuilder = (build: Build) => SceneSet;
