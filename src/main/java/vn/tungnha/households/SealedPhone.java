package vn.tungnha.households;

/** A phone number as it is stored, and as much of it as is shown. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedPhone(byte[] cipher, String last3) {}
