from dotenv import dotenv_values, find_dotenv, get_key, load_dotenv
