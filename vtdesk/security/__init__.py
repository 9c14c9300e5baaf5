"""Keys, the header of the kluis, the keychain and the seal."""
