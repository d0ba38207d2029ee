/** Verbs that alone announce speech, whatever follows them: "says with a shrug". */
const SURE_VERBS =
	"say|says|said|saying|whispers?|whisper(?:ed|ing)|shouts?|shout(?:ed|ing)|yells?|yell(?:ed|ing)|screams?|scream(?:ed|ing)|murmurs?|murmur(?:ed|ing)|mutters?|mutter(?:ed|ing)|mumbles?|asks?|ask(?:ed|ing)|reply|replies|replied|replying|exclaims?|exclaim(?:ed|ing)|speaks?|speaking|spoke|tells?|telling|told|narrates?|narrating|announces?|announcing|declares?|declaring|utters?|pleads?|begs?|warns?|warning|recites?|reciting|sings?|singing|hisses|stammers|quips|croons|retorts";
/** Verbs that also mean other things: "adds a touch of colour: red" is no line. */
const UNSURE_VERBS =
	"adds?|adding|added|continues?|continuing|answers?|answering|responds?|calls?|calling|cr(?:y|ies|ied)|laughs?|laughing|insists?|sighs?|begins|concludes|repeats|remarks|growls?|snarls?|gasps?|sobs?|smiles|smirks|grins|nods|jokes|chuckles|snaps|barks|purrs|thinks|wonders";
const MANNER_OPENS =
	"^\\s*(?:,|$|\\p{L}+ly(?!\\p{L})|(?:in|with|to|into|at|over|through|under|from|while|as|back|out|aloud|again|loud|him|her|them|us|me|by|without|like|and)(?!\\p{L}))";

export const SURE_VERB = new RegExp(`(?<![\\p{L}])(?:${SURE_VERBS})(?![\\p{L}])`, "giu");
export const UNSURE_VERB = new RegExp(`(?<![\\p{L}])(?:${UNSURE_VERBS})(?![\\p{L}])`, "giu");
export const UNSURE_MANNER = new RegExp(MANNER_OPENS, "iu");
export const VERB_AFTER_QUOTE = new RegExp(
	`^[\\s,，]*(?:[\\p{L}'’-]+\\s+){0,5}?(?<verb>${SURE_VERBS}|${UNSURE_VERBS})(?![\\p{L}])`,
	"iu",
);

export const CHINESE_VERB =
	/(?:低声|轻声|大声|小声|高声|笑着|哭着|柔声|冷冷地|缓缓|悄悄|接着|继续|又|再)?(?:说道|说着|(?<![小传听据学])说|问道|(?<![疑提])问(?!题|号)|喊道|大喊|喊|叫道|回答道|回答|答道|低语道?|耳语道?|嘟囔道?|补充道|补充说|笑道|喃喃道?|念道|唱道)/gu;

/** Written, not said: "a neon sign reading “OPEN”". */
export const SHOWN_BEFORE =
	/(?<!\p{L})(?:signs?|posters?|banners?|billboards?|labels?|labell?ed|logos?|captions?|titles?|titled|headlines?|subtitles?|tattoos?|letters|lettering|written|reads|reading|spelling|spelled|named|entitled|marked|engraved|inscription|t-?shirts?|book|screen|display|slogan|neon|so-called)(?!\p{L})[^.!?;:]{0,40}$|(?:写着|标题|招牌|名为|名叫|叫做|字样|标语|印着|刻着|题为|海报)[^。！？；]{0,10}$/iu;
export const SHOWN_SUBJECT =
	/(?<!\p{L})(?:signs?|posters?|banners?|billboards?|labels?|logos?|captions?|title|headlines?|card|notes?|letter|t-?shirt|screen|display|book|page|text|clock|menu)(?:\s+(?:that|which))?\s*$|(?:招牌|海报|标语|屏幕|牌子|字幕|纸条)(?:上)?$/iu;

/** "Narrator:", "Voice-over:", "旁白：": said by nobody seen. */
export const VOICE_LABEL =
	/^(?:the\s+)?(?:narrator|narration|voice[ -]?over|v\.?o\.?|off[- ]?screen voice|announcer|旁白|画外音|独白|解说)$/iu;
export const SPEECH_LABEL = /^(?:dialogue|dialog|speech|spoken(?: line)?|line|voice|台词|对白|对话)$/iu;

/** Words before a colon that head a note to the renderer, not a speaker. */
export const HEADING =
	/^(?:style|cameras?|scenes?|shots?|locations?|settings?|lighting|lights?|moods?|tones?|audio|sounds?|music|sfx|vfx|fx|prompts?|negative(?: prompt)?|subjects?|actions?|time|duration|length|aspect(?: ratio)?|ratio|resolution|background|foreground|environment|colou?rs?|palette|weather|costumes?|outfits?|wardrobe|props?|effects?|transitions?|cut(?: to)?|notes?|format|quality|genre|atmosphere|composition|framing|lens|angles?|movements?|motion|characters?|cast|themes?|story|plot|summary|description|details?|titles?|text|ending|opening|intro|outro|int|ext|visuals?|focus|textures?|pac(?:e|ing)|rhythm|looks?|film|video|clips?|acts?|parts?|steps?|frames?|first frame|last frame|final|next|then|meanwhile|later|begin|end|start|example|warning|important|remember|fade(?: to)?|dissolve(?: to)?|close-?up|wide(?: shot)?|medium(?: shot)?|pov|镜头|场景|风格|音乐|声音|灯光|光线|背景|时间|地点|画面|动作|主体|角色|运镜|氛围|色调|备注|提示词|切到|分镜)(?:\s*\d+)?$/iu;
