// Python's words, coloured. A state goes from line to line, as texts in three quotes do.
const KEYWORDS = new Set(("False None True and as assert async await break class continue def del elif else except finally for from "
  + "global if import in is lambda nonlocal not or pass raise return try while with yield match case").split(" "));
const WORD = /([rbfuRBFU]{0,2})("""|'''|"|')|#.*|[A-Za-z_]\w*|@[\w.]+|\d[\w.]*|[^\w\s"'#@]+|\s+|./gu;

// The parts of a text as lists of class and text; classes are "comment", "string", "keyword", "number", "name", "decorator", "".
export function* parts(text) {
  let at = 0, before = "";
  WORD.lastIndex = 0;
  for (let match; (WORD.lastIndex = at) < text.length && (match = WORD.exec(text));) {
    const word = match[0];
    if (match[2]) {
      const end = endOfString(text, at + word.length, match[2]);
      yield ["string", text.slice(at, end)];
      at = end;
    } else {
      at += word.length;
      if (word[0] === "#") yield ["comment", word];
      else if (word[0] === "@" && word.length > 1) yield ["decorator", word];
      else if (KEYWORDS.has(word)) yield ["keyword", word];
      else if (/^\d/.test(word)) yield ["number", word];
      else if (before === "def" || before === "class") yield ["name", word];
      else yield ["", word];
      if (word.trim()) before = word;
    }
  }
}

function endOfString(text, from, quote) {
  const isLong = quote.length === 3;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === "\n" && !isLong) return at;
  }
  return text.length;
}

// A text as coloured nodes.
export function coloured(text) {
  const fragment = document.createDocumentFragment();
  for (const [kind, word] of parts(text)) {
    if (!kind) { fragment.append(word); continue; }
    const span = document.createElement("span");
    span.className = `py-${kind}`;
    span.textContent = word;
    fragment.append(span);
  }
  return fragment;
}
