"""Line ends of texts that come in pieces; read when it is asked for."""

__name__ = "io"

_KINDS = ((1, "\n"), (2, "\r"), (4, "\r\n"))


class IncrementalNewlineDecoder:
    """Decodes pieces, makes all line ends the same if that is wanted, and notes which there were."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self.seennl, self.pendingcr = 0, False

    def decode(self, input, final=False):
        output = input if self.decoder is None else self.decoder.decode(input, final=final)
        if not isinstance(output, str):
            raise TypeError(f"decoder should return a string result, not '{type(output).__name__}'")
        if self.pendingcr and (output or final):
            output, self.pendingcr = "\r" + output, False
        # A carriage return at the end may be the first half of a line end.
        if output.endswith("\r") and not final:
            output, self.pendingcr = output[:-1], True
        pairs = output.count("\r\n")
        counts = (output.count("\n") - pairs, output.count("\r") - pairs, pairs)
        for (bit, _), count in zip(_KINDS, counts):
            if count:
                self.seennl |= bit
        if self.translate:
            output = output.replace("\r\n", "\n").replace("\r", "\n")
        return output

    def getstate(self):
        data, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return data, flag << 1 | self.pendingcr

    def setstate(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state argument must be a tuple")
        data, flag = state
        self.pendingcr = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((data, flag >> 1))

    def reset(self):
        self.seennl, self.pendingcr = 0, False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        found = tuple([end for bit, end in (_KINDS[1], _KINDS[0], _KINDS[2]) if self.seennl & bit])
        return found[0] if len(found) == 1 else found or None
