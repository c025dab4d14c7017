from faker._generator import Generator
