package io.omniflow.ticket.imports.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails where one row is so long that it would fill the memory, such as behind a quote that nobody closed. */
final class RowReader extends FilterReader {
    /** Characters of one row, and of what is read ahead of it. */
    static final int LONGEST_ROW = 1 << 20;

    private int sinceRow;

    RowReader(Reader in) {
        super(in);
    }

    /** A row is done. */
    void next() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int characters) throws IOException {
        sinceRow += characters;
        if (sinceRow > LONGEST_ROW) {
            throw new IOException("A row is longer than " + LONGEST_ROW + " characters");
        }
    }
}
