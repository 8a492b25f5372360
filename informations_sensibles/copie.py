def composer_copie(transmission, informations) -> bytes:
    return b"%PDF"
