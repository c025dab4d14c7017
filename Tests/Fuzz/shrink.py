"""Makes a program that shows a difference smaller, as long as it still shows it."""
import ast


class Shrinker:
    """Leaves out statements, and puts parts of expressions for the whole."""

    def __init__(self, text, is_bad, tries=400):
        self.tree = ast.parse(text)
        self.is_bad = is_bad
        self.tries = tries

    def result(self):
        """The smallest program found."""
        changed = True
        while changed and self.tries > 0:
            changed = self.drop_statements()
            changed = self.simplify_expressions() or changed
        return ast.unparse(self.tree)

    def still_bad(self):
        if self.tries <= 0:
            return False
        self.tries -= 1
        try:
            candidate = ast.unparse(ast.fix_missing_locations(self.tree))
            ast.parse(candidate)
        except (ValueError, SyntaxError, RecursionError, AttributeError, TypeError):
            return False
        return self.is_bad(candidate)

    def blocks(self):
        for node in ast.walk(self.tree):
            for field in ("body", "orelse", "finalbody", "handlers"):
                statements = getattr(node, field, None)
                if isinstance(statements, list) and statements:
                    yield statements

    def drop_statements(self):
        """Leaves out statements, in halves first; a block that would be empty gets a `pass`."""
        changed = False
        for statements in list(self.blocks()):
            size = len(statements)
            while size >= 1:
                start = 0
                while start < len(statements):
                    kept = statements[:]
                    del statements[start : start + size]
                    if not statements:
                        statements.append(ast.Pass())
                    is_same = len(statements) == len(kept) == 1 and isinstance(kept[0], ast.Pass)
                    if not is_same and self.still_bad():
                        changed = True
                    else:
                        statements[:] = kept
                        start += size
                size //= 2
        return changed

    def simplify_expressions(self):
        changed = False
        for node in list(ast.walk(self.tree)):
            for field, value in list(ast.iter_fields(node)):
                for index, old in enumerate(value if isinstance(value, list) else [value]):
                    if not isinstance(old, ast.expr) or isinstance(old, ast.Lambda):
                        continue
                    if isinstance(getattr(old, "ctx", None), (ast.Store, ast.Del)):
                        continue
                    for part in ast.iter_child_nodes(old):
                        if isinstance(part, ast.expr) and self.try_part(node, field, index, part):
                            changed = True
                            break
        return changed

    def try_part(self, node, field, index, part):
        """Puts a part of an expression for the whole; takes it back where the difference is gone."""
        value = getattr(node, field)
        if isinstance(value, list):
            old, value[index] = value[index], part
        else:
            old = value
            setattr(node, field, part)
        if self.still_bad():
            return True
        if isinstance(value, list):
            value[index] = old
        else:
            setattr(node, field, old)
        return False
