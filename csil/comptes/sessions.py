"""Sessions whose table keeps a digest of the key: whoever reads the table cannot log in with what it holds."""

import hashlib

from django.contrib.sessions.backends.db import SessionStore as EnBase


def empreinte(cle: str | None) -> str | None:
    """Give the digest under which a session is kept."""
    return cle and hashlib.sha256(cle.encode()).hexdigest()[:40]


class SessionStore(EnBase):
    """Keep a session in the database under the digest of its key."""

    @classmethod
    def get_model_class(cls):
        return EnBase.get_model_class()

    def _get_session_from_db(self):
        cle = self._session_key
        self._session_key = empreinte(cle)  # the parent looks it up as it is stored
        try:
            return super()._get_session_from_db()
        finally:
            if self._session_key:  # the parent forgets a key it does not find
                self._session_key = cle

    def exists(self, session_key):
        return super().exists(empreinte(session_key))

    def create_model_instance(self, data):
        objet = super().create_model_instance(data)
        objet.session_key = empreinte(objet.session_key)
        return objet

    def delete(self, session_key=None):
        super().delete(empreinte(session_key or self.session_key))
