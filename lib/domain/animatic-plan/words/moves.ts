import type { MoveKind } from "../plan";
import type { Entry } from "./entry";

const VEHICLE =
	"(?:the )?camera|shot|dolly|dollies|dollying|track|tracks|tracking|slide|slides|sliding|glide|glides|gliding|move|moves|moving";

/** Longer phrases weigh more, so that "whip pan left" is a whip pan. */
export const MOVES: readonly Entry<MoveKind>[] = [
	{ kind: "whip-pan", en: "whip[- ]?pan\\w*|swish[- ]?pan|snap[- ]?pan|crash pan", zh: "甩镜|快速摇", weight: 5 },
	{
		kind: "locked-off",
		en: "locked[- ]?(?:off|down)|static (?:shot|camera|frame|wide)|fixed (?:camera|shot|frame)|tripod|still camera|camera (?:stays|is|remains|holds) (?:still|static|fixed)|no camera (?:movement|motion)|motionless camera|static",
		zh: "固定镜头|固定机位|静止镜头|镜头不动|定镜",
		weight: 4,
	},
	{
		kind: "handheld",
		en: "hand[- ]?held|shaky[- ]?cam\\w*|shaky|documentary[- ]style|v[eé]rit[eé]|found footage",
		zh: "手持|晃动",
		weight: 4,
	},
	{
		kind: "aerial",
		en: "aerials?|drone|fly-?over|flying over|bird'?s[- ]eye|top-?down|overhead shot|helicopter shot|soars? (?:over|above)|soaring (?:over|above)",
		zh: "航拍|无人机|俯拍|鸟瞰|飞越",
		weight: 4,
	},
	{
		kind: "orbit",
		en: "orbit\\w*|arc(?:s|ing)? (?:around|shot)|arc shot|circl(?:e|es|ing) (?:around|the|her|him|them)|revolv\\w+ around|rotat\\w+ around|360|spins around",
		zh: "环绕|围绕|绕着|旋转拍摄",
		weight: 4,
	},
	{
		kind: "crane-up",
		en: "(?:crane|jib|boom|pedestal)(?:s|ing)?(?: shot)?(?: (?:up|upwards?))?|(?:camera|shot) (?:rises|rising|lifts|ascends|sweeps up|soars up|climbs)|rising shot|sweeps? up(?:wards?)?",
		zh: "升起|上升镜头|摇臂|升镜",
		weight: 4,
	},
	{
		kind: "crane-down",
		en: "(?:crane|jib|boom|pedestal)(?:s|ing)?(?: shot)? (?:down|downwards?)|(?:camera|shot) (?:descends|lowers|sinks|drops down|sweeps down)|descending shot",
		zh: "下降镜头|降镜",
		weight: 5,
	},
	{
		kind: "tilt-up",
		en: "tilt(?:s|ed|ing)?(?: \\w+)? (?:up|upwards?)|tilt-up|pan(?:s|ning)? up(?:wards?)?|look(?:s|ing)? up as the camera|camera looks up",
		zh: "上摇|仰拍|镜头上移|向上摇|上仰|镜头向上",
		weight: 4,
	},
	{
		kind: "tilt-down",
		en: "tilt(?:s|ed|ing)?(?: \\w+)? (?:down|downwards?)|tilt-down|pan(?:s|ning)? down(?:wards?)?|camera looks down",
		zh: "下摇|镜头下移|向下摇|镜头向下",
		weight: 4,
	},
	{
		kind: "pan-left",
		en: "pan(?:s|ned|ning)?(?: \\w+)?(?: to the)? left|sweep(?:s|ing)?(?: to the)? left|pan-left|left(?:ward)? pan",
		zh: "左摇|向左摇|镜头左移",
		weight: 4.5,
	},
	{
		kind: "pan-right",
		en: "pan(?:s|ned|ning)?(?: \\w+)?(?: to the)? right|sweep(?:s|ing)?(?: to the)? right|pan-right|right(?:ward)? pan",
		zh: "右摇|向右摇|镜头右移",
		weight: 4.5,
	},
	{
		kind: "truck-left",
		en: `(?:truck(?:s|ing)?|${VEHICLE})(?: \\w+)?(?: to the)? left|lateral left`,
		zh: "左移|向左平移|横移向左",
		weight: 4,
	},
	{
		kind: "truck-right",
		en: `(?:truck(?:s|ing)?|${VEHICLE})(?: \\w+)?(?: to the)? right|lateral right`,
		zh: "右移|向右平移|横移向右",
		weight: 4,
	},
	{
		kind: "push-in",
		en: "push(?:es|ed|ing)?[- ]?(?:slowly |gently )?in|pushing in|push-?in|(?:zoom|creep|move|ease|inch|close)(?:s|es|ing)?(?: slowly| gently)? in(?:to| on)?|(?:zooms?|zooming)(?: in)?|camera (?:approaches|moves closer|creeps closer)|close in on|crash zoom|slow zoom",
		zh: "推近|推进|推镜|推入|拉近|镜头推|缓缓推|放大",
		weight: 3.5,
	},
	{
		kind: "pull-out",
		en: "(?:pull|zoom|track|dolly|ease|move)(?:s|ies|ed|ing)?[- ]?(?:slowly |gently )?(?:out|back|away)|pull-?(?:back|out)|camera (?:retreats|backs away|pulls back)|widens? out|reveal(?:s|ing)? the whole",
		zh: "拉远|拉镜|拉出|后拉|镜头拉|缩小",
		weight: 3.5,
	},
	{
		kind: "dolly",
		en: "doll(?:y|ies|ying)(?: shot)?(?: in| into| forward| toward| towards| through)?|track(?:s|ing)?(?: shot)? (?:forward|in|into|toward|towards|through)|steadicam|tracking shot|follow(?:s|ing)? shot|camera follows|gimbal|(?:camera )?(?:glides|gliding|moves|moving) forward",
		zh: "跟拍|跟随|移动镜头|向前移动|跟镜|推轨",
		weight: 3,
	},
	{
		kind: "truck-right",
		en: "truck(?:s|ing)? shot|lateral (?:move|tracking)|side-?scroll\\w*|slider",
		zh: "横移|平移",
		weight: 2,
	},
	{
		kind: "pan-right",
		en: "pan(?:s|ning)?(?: slowly| across| over| around)?|camera sweeps",
		zh: "摇镜|横摇|扫过",
		weight: 1.5,
	},
	{
		kind: "drift",
		en: "drift(?:s|ing)? (?:shot|camera)|camera (?:drifts|floats)|floating camera|slow drift",
		zh: "漂移镜头|缓慢漂移",
		weight: 2,
	},
];

/** Words of filming that would otherwise read as things in the picture. */
export const FILM_TALK =
	"bird'?s[- ]eye(?: view)?|fish-?eye(?: lens)?|worm'?s[- ]eye(?: view)?|dutch angle|rack focus|golden[- ]hour|golden ratio|blue hour|camera|crane shot|dolly shot|slow[- ]motion|long shot|wide shot|medium shot|close-?ups?|two-?shot|over-the-shoulder|point of view|film grain|black and white|stage (?:left|right)|silver screen|motion blur|red carpet|starring|track record|bank shot|dog-?eared|cat-?walk camera|镜头|特写|远景|中景|近景|全景|画面";
