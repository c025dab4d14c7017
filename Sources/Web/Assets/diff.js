// The lines in which two texts differ.

// Lists of "=", "-" or "+" with the line: what both have, only the old one, only the new one.
export function difference(oldText, newText) {
  const [old, fresh] = [oldText.split("\n"), newText.split("\n")];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return [
    ...old.slice(0, start).map((line) => ["=", line]),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...old.slice(old.length - end).map((line) => ["=", line]),
  ];
}

// The longest common subsequence, by dynamic programming; texts that differ widely are shown as replaced.
function middle(old, fresh) {
  if (old.length * fresh.length > 4e6) return [...old.map((line) => ["-", line]), ...fresh.map((line) => ["+", line])];
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = old[i] === fresh[j] ? lengths[(i + 1) * width + j + 1] + 1
        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const result = [];
  let i = 0, j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) { result.push(["=", old[i]]); i += 1; j += 1; }
    else if (j >= fresh.length || i < old.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      result.push(["-", old[i]]); i += 1;
    } else { result.push(["+", fresh[j]]); j += 1; }
  }
  return result;
}
