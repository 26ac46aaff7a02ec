/**
 * Letters of other alphabets that look like Latin ones, so that a word is read as a person sees it:
 * "rеfuge" with a Cyrillic "е" is "refuge".
 *
 * The table has the letters that Unicode's list of confusable characters (Technical Standard 39)
 * calls the same as a Latin letter, in the alphabets that keyboards and fonts have, and small
 * capitals and their like beside them. Where a capital and its small letter look like two
 * (Greek "Ν" and "ν"), each stands where it looks. Wide, bold and circled letters need no line:
 * Unicode's compatibility form takes them apart.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
	a: 'ᴀɑαаΑАᎪꓮɐ',
	b: 'ƄЬᏏꞴΒВᏴꓐɓƃƂБƀҍҌѣѢвʙβ',
	c: 'ᴄⲥсꮯⲤСᏟꓚȼҫҪ',
	d: 'ԁᏧꓒᎠꓓɗɖƌđĐÐƉᴅ',
	e: 'ᴇ℮ꬲеҽΕЕᎬꓰɇɆҿεєԑəɛэ',
	f: 'ꬵꞙẝքꞘϜꓝƒƑᵮғꜰ',
	g: 'ɡᶃƍցԌᏀᏳꓖɠǥǤɢ',
	h: 'һհᏂΗⲎНᎻꓧɦꚕᏲⱧҢħћĦӉӇнʜ',
	i: 'ıɪɩιіꙇꭵᎥɨᵻᵼІΙƗӀⲒꓲ',
	j: 'ϳјꞲͿЈᎫꓙɉɈᴊ',
	k: 'ᴋΚⲔКᏦꓗƙⱩҚꝀҞкκ',
	l: 'ƖⳐᏞꓡłŁɭƚɫӏʟ',
	m: 'ΜϺⲘМᎷꓟӍɱᵯмᴍʍ',
	n: 'ոռΝⲚꓠɳƞηƝᵰпɴ',
	o: 'ᴏᴑꬽοσⲟоօΟⲞОՕꓳøꬾØɵꝋөѳꮎꮻƟꝊθΘӨѲᎾᏫꭴ',
	p: 'ρⲣрΡⲢРᏢꓑƥᵽᴘ',
	q: 'ԛգզʠ',
	r: 'ꭇꭈᴦⲅгꮁƦᎡᏒꓣɽɼɍᵲʀя',
	s: 'ꜱƽѕꮪЅՏᏕᏚꓢʂᵴ',
	t: 'ΤⲦТᎢꓔƭȾƮҬŧŦᵵтτ',
	u: 'ꞟᴜꭎꭒʋυսՍꓴᵾꮜɄᏌцμ',
	v: 'ᴠνѵꮩѴᏙꓦ',
	w: 'ɯᴡѡԝաꮃԜᎳᏔꓪѽꝡшщω',
	x: 'хꞳΧⲬХꓫҲ',
	y: 'ɣᶌʏỿꭚγуүΥⲨУҮᎩᎽꓬƴɏұɎҰ',
	z: 'ᴢꮓΖᏃꓜʐƶƵȥȤᵶ'
};

const LATIN: ReadonlyMap<string, string> = new Map(
	Object.entries(LOOK_ALIKES).flatMap(([latin, letters]) =>
		[...letters].map((letter) => [letter, latin] as const)
	)
);

/** Every letter that looks like a Latin one, by that one in small. */
export const lookAlikesOf = (latin: string): readonly string[] => [...(LOOK_ALIKES[latin] ?? '')];

/**
 * A text in small Latin letters, without accents, as a person would read it aloud who sees only
 * shapes. Letters that look like no Latin one stay as they are.
 */
export function asItLooks(text: string): string {
	const seen = PLAIN.test(text)
		? text
		: [...text.normalize('NFKD').replace(/\p{M}/gu, '')]
				.map((letter) => LATIN.get(letter) ?? letter)
				.join('');
	return (
		seen
			// In the middle of small letters, a capital "I" is an "l", and a nought an "o".
			.replace(/(?<=[a-z])I(?![A-Z])/g, 'l')
			.replace(/(?<=[A-Za-z])0(?=[A-Za-z])/g, 'o')
			.toLowerCase()
	);
}

const PLAIN = /^[\t\n\r -~]*$/;
