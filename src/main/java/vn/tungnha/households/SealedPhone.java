package vn.tungnha.households;

/** A phone number as it is stored, as much of it as is shown, and the keyed hash by which the same one is found. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedPhone(byte[] cipher, String last3, byte[] hash) {}
