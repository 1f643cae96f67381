package vn.tungnha.imports.sheet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Fuzzes the reading of files, for ten minutes, in the drills. */
class LongFileFuzzing {

    @FuzzTest(maxDuration = "10m")
    void readsOrRefusesAnyBytes(byte[] bytes) throws IOException {
        AnyBytes.send(bytes);
    }
}
