package vn.tungnha.imports.sheet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Fuzzes the reading of files, for a moment, in every {@code verify}. */
class FileFuzzing {

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesAnyBytes(byte[] bytes) throws IOException {
        AnyBytes.send(bytes);
    }
}
