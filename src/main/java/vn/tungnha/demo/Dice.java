package vn.tungnha.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance with a fixed seed: the same name always throws the same sequence. */
final class Dice {

    private static final long SEED = 20231129;

    private final SplittableRandom random;

    Dice(String name) {
        long hash = SEED;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 1_000_003 + name.charAt(i);
        }
        random = new SplittableRandom(hash);
    }

    /** From 0 to bound - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double number() {
        return random.nextDouble();
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A version 4 UUID, the same on every machine. */
    UUID uuid() {
        long high = random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
